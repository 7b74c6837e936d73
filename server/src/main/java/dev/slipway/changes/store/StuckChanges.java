package dev.slipway.changes.store;

import dev.slipway.operations.Examination;
import dev.slipway.operations.Finding;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was to be written to Git has been. */
@Component
class StuckChanges implements Examination {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final Clock clock;

    StuckChanges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        List<Finding> stuck = database.sql("""
                        select repository, branch, count(*), min(submitted_at) from changes_changes
                         where outcome is null and submitted_at < ? group by repository, branch order by 1, 2""")
                .param(Timestamp.from(clock.instant().minus(LONG)))
                .query((row, _) -> Finding.problem(
                        "Changes to " + row.getString(1),
                        row.getInt(3) + " wait to be written to " + row.getString(2) + ", the oldest since "
                                + row.getTimestamp(4).toInstant() + ".",
                        "Look whether somebody pushes to this branch all the time, and at the log."))
                .list();
        return stuck.isEmpty() ? List.of(Finding.good("Changes", "All are written to Git.")) : stuck;
    }
}
