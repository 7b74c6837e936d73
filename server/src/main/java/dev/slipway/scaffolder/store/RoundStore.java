package dev.slipway.scaffolder.store;

import dev.slipway.scaffolder.RunId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came of the rounds of a repeated step that has not ended. */
@Component
public class RoundStore {

    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Map<String, @Nullable Object>> outputs(RunId run, String step, int round) {
        return jdbc.sql("select outputs from scaffolder_rounds where run = ? and step = ? and round = ?")
                .params(run.value(), step, round)
                .query(String.class)
                .optional()
                .map(Json::map);
    }

    public void add(RunId run, String step, int round, Map<String, @Nullable Object> outputs) {
        jdbc.sql("""
                        insert into scaffolder_rounds (run, step, round, outputs) values (?, ?, ?, cast(? as jsonb))
                        on conflict do nothing
                        """).params(run.value(), step, round, Json.write(outputs)).update();
    }
}
