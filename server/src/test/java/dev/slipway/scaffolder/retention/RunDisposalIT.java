package dev.slipway.scaffolder.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.operations.Disposal.Mode;
import dev.slipway.operations.Disposed;
import dev.slipway.support.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunDisposalIT {

    private static final DataSource DATABASE = TestDatabase.migrated().dataSource();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final RunDisposal disposal = disposal("30d");

    private RunDisposal disposal(String period) {
        Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        return new RunDisposal(new OldRuns(jdbc), period, clock);
    }

    /** @param ended for example {@code now() - interval '1 day'} */
    private UUID run(String template, String ended) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into scaffolder_runs (id, template, title, commit, account, parameters, status, started_at, attempted_at, ended_at)
                        values (?, ?, 't', 'c', 'ada', '{}', 'FAILED', now(), now(), %s)
                        """.formatted(ended)).params(id, template).update();
        jdbc.sql("insert into scaffolder_log (run, number, step, at, line) values (?, 1, '', now(), 'four')")
                .param(id)
                .update();
        return id;
    }

    private boolean exists(UUID run) {
        return !jdbc.sql("select id from scaffolder_runs where id = ?")
                .param(run)
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    @Test
    void removesOnlyRunsThatEndedLongAgoWithTheirLogs() {
        UUID old = run("old", "now() - interval '31 days'");
        UUID young = run("young", "now() - interval '29 days'");
        UUID open = run("open", "null");

        assertThat(disposal.dispose(Mode.DRY_RUN).examples()).containsExactly("Run " + old + " of old");
        assertThat(exists(old)).isTrue();
        Disposed gone = disposal.dispose(Mode.REMOVE);

        assertThat(gone.count()).isEqualTo(1);
        assertThat(gone.bytes()).isEqualTo(4);
        assertThat(exists(old)).isFalse();
        assertThat(exists(young) && exists(open)).isTrue();
    }

    @Test
    void forgetsWhereTemplatesOfNoRunLie() {
        run("template:default/used", "now()");
        place("template:default/used", "now() - interval '2 days'");
        place("template:default/unused", "now() - interval '2 days'");
        place("template:default/new", "now()");

        disposal.dispose(Mode.REMOVE);

        assertThat(jdbc.sql("select template from scaffolder_template_places order by template")
                        .query(String.class)
                        .list())
                .containsExactly("template:default/new", "template:default/used");
    }

    private void place(String template, String kept) {
        jdbc.sql("""
                        insert into scaffolder_template_places (template, commit, repository, path, kept_at)
                        values (?, 'c', 'acme/x', 'template.yaml', %s)
                        """.formatted(kept)).param(template).update();
    }

    @Test
    void keepsEverythingForEver() {
        UUID run = run("ancient", "now() - interval '9999 days'");

        assertThat(disposal("forever").dispose(Mode.REMOVE).count()).isZero();
        assertThat(exists(run)).isTrue();
        jdbc.sql("delete from scaffolder_runs").update();
    }
}
