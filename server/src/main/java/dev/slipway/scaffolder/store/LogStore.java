package dev.slipway.scaffolder.store;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunLogLine;
import dev.slipway.scaffolder.RunLogLine.Kind;
import dev.slipway.scaffolder.RunStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The logs of runs. */
@Component
public class LogStore {

    /** A reader that gets as many asks again. */
    public static final int MOST_LINES = 5_000;

    private static final int LONGEST_LINE = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    LogStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(RunId run, String step, String text) {
        add(run, step, text, Kind.LINE, null, null);
    }

    /** A line that says how a step stands from here on. */
    public void add(RunId run, String step, RunStep.Status status, String text) {
        add(run, step, text, Kind.LINE, status, null);
    }

    /** Two may write at once, somebody who cancels and who carries the run on: the later number is taken anew. */
    public void add(
            RunId run,
            String step,
            String text,
            Kind kind,
            RunStep.@Nullable Status status,
            @Nullable Map<String, @Nullable Object> body) {
        while (!insert(run, step, text, kind, status, body)) {
            Thread.onSpinWait();
        }
    }

    private boolean insert(
            RunId run,
            String step,
            String text,
            Kind kind,
            RunStep.@Nullable Status status,
            @Nullable Map<String, @Nullable Object> body) {
        return jdbc.sql("""
                        insert into scaffolder_log (run, number, step, at, line, kind, status, body)
                        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, cast(? as jsonb) from scaffolder_log where run = ?
                        on conflict do nothing
                        """)
                        .param(run.value())
                        .param(step)
                        .param(Timestamp.from(clock.instant()))
                        .param(fitting(text))
                        .param(kind.name())
                        .param(status == null ? null : status.name())
                        .param(body == null ? null : Json.write(body))
                        .param(run.value())
                        .update()
                == 1;
    }

    /**
     * Adds them in one statement, all or none. Not within a transaction: where somebody else has written meanwhile it is tried
     * again.
     */
    public void add(RunId run, NewLines lines) {
        boolean added = lines.lines().isEmpty();
        while (!added) {
            try {
                insert(run, lines);
                added = true;
            } catch (DuplicateKeyException _) { // numbered at the same moment by somebody who cancels
                Thread.onSpinWait();
            }
        }
    }

    private void insert(RunId run, NewLines lines) {
        jdbc.sql("""
                        insert into scaffolder_log (run, number, step, at, line, kind)
                        select ?, last.number + line.position, line.step, line.at, line.text, 'LINE'
                        from (select coalesce(max(number), 0) as number from scaffolder_log where run = ?) as last,
                            unnest(?::text[], ?::timestamptz[], ?::text[]) with ordinality as line (step, at, text, position)
                        """)
                .param(run.value())
                .param(run.value())
                .param(lines.steps())
                .param(lines.times())
                .param(lines.texts())
                .update();
    }

    /** As much of a text as a line keeps. */
    static String fitting(String text) {
        String line = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + " …" : text;
        return line.replace("\0", "");
    }

    /** At most {@value #MOST_LINES}. */
    public List<RunLogLine> after(RunId run, long number) {
        return jdbc.sql("select * from scaffolder_log where run = ? and number > ? order by number limit ?")
                .params(run.value(), number, MOST_LINES)
                .query((row, _) -> line(row))
                .list();
    }

    /** The newest, in order. */
    public List<RunLogLine> last(RunId run, int lines) {
        return jdbc.sql("""
                        select * from (select * from scaffolder_log where run = ? order by number desc limit ?) as newest
                        order by number
                        """)
                .params(run.value(), lines)
                .query((row, _) -> line(row))
                .list();
    }

    /** The number of the line with which the last attempt began; 0 for the first. */
    public long lastRetry(RunId run) {
        return jdbc.sql("select coalesce(max(number), 0) from scaffolder_log where run = ? and kind = 'RETRIED'")
                .param(run.value())
                .query(Long.class)
                .single();
    }

    private static RunLogLine line(ResultSet row) throws SQLException {
        String status = row.getString("status");
        String body = row.getString("body");
        return new RunLogLine(
                row.getLong("number"),
                row.getString("step"),
                row.getTimestamp("at").toInstant(),
                row.getString("line"),
                Kind.valueOf(row.getString("kind")),
                status == null ? null : RunStep.Status.valueOf(status),
                body == null ? null : Json.map(body));
    }
}
