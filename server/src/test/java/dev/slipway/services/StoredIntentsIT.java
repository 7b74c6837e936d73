package dev.slipway.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.support.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredIntentsIT {

    private final DataSource source = TestDatabase.empty().dataSource();
    private final JdbcClient database = JdbcClient.create(source);

    @Test
    void noLongerReplayTheBytesOfADirectory() {
        Flyway.configure().dataSource(source).target("231").load().migrate();
        List.of("delete", "configure", "platform").forEach(this::store);

        Flyway.configure().dataSource(source).load().migrate();

        assertThat(rows())
                .containsExactly("delete AddFinalizers null", "configure PutTrees CONFLICT", "platform PutTrees null");
    }

    private void store(String kind) {
        database.sql("""
                        insert into changes_changes (id, repository, branch, intent, kind, service, title, body,
                            actor_type, actor_name, actor_account, approved_by, delivery, submitted_at)
                        values (gen_random_uuid(), 'acme/billing', 'main', '{"type": "PutTrees", "trees": {}}', ?, 'billing',
                            'Do it', '', 'Person', 'rosa', 'rosa', '{}', 'BY_POLICY', now())
                        """).param(kind).update();
    }

    private List<String> rows() {
        return database.sql("select kind, intent ->> 'type', outcome from changes_changes order by position")
                .query((row, _) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }
}
