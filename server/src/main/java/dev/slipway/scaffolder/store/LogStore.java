package dev.slipway.scaffolder.store;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunLogLine;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The logs of runs. */
@Component
public class LogStore {

    private static final int LONGEST_LINE = 10_000;
    private static final int MOST_LINES = 5_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    LogStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(RunId run, String step, String text) {
        String line = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + " …" : text;
        jdbc.sql("insert into scaffolder_log (run, step, at, line) values (?, ?, ?, ?)")
                .params(run.value(), step, Timestamp.from(clock.instant()), line.replace("\0", ""))
                .update();
    }

    public List<RunLogLine> after(RunId run, long number) {
        return jdbc.sql(
                        "select number, step, at, line from scaffolder_log where run = ? and number > ? order by number limit ?")
                .params(run.value(), number, MOST_LINES)
                .query((row, _) -> new RunLogLine(
                        row.getLong("number"),
                        row.getString("step"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("line")))
                .list();
    }
}
