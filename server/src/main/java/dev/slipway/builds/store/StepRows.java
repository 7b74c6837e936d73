package dev.slipway.builds.store;

import dev.slipway.builds.BuildId;
import dev.slipway.builds.BuildStatus;
import dev.slipway.builds.BuildStep;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of local builds. */
@Repository
public class StepRows {

    private final JdbcClient database;

    public StepRows(JdbcClient database) {
        this.database = database;
    }

    public List<BuildStep> of(BuildId build) {
        return database.sql("select * from builds_steps where build = ? order by position")
                .param(build.value())
                .query((row, number) -> new BuildStep(
                        row.getString("name"),
                        BuildStatus.valueOf(row.getString("status")),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("finished_at") == null
                                ? null
                                : row.getTimestamp("finished_at").toInstant()))
                .list();
    }

    public void started(BuildId build, int position, String name, Instant now) {
        database.sql("""
                        insert into builds_steps (build, position, name, status, started_at) values (?, ?, ?, 'RUNNING', ?)
                        """)
                .params(build.value(), position, name, Timestamp.from(now))
                .update();
    }

    public void finished(BuildId build, int position, BuildStatus status, Instant now) {
        database.sql("update builds_steps set status = ?, finished_at = ? where build = ? and position = ?")
                .params(status.name(), Timestamp.from(now), build.value(), position)
                .update();
    }
}
