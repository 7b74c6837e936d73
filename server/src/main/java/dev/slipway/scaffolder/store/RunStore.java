package dev.slipway.scaffolder.store;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunStatus;
import dev.slipway.scaffolder.TemplateRun;
import dev.slipway.scaffolding.Step;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs. */
@Component
public class RunStore {

    private final JdbcClient jdbc;
    private final StepStore steps;
    private final Clock clock;

    RunStore(JdbcClient jdbc, StepStore steps, Clock clock) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.clock = clock;
    }

    /** What is needed to carry a run on. */
    public record OpenRun(
            RunId id, String template, String commit, String account, Map<String, @Nullable Object> values) {}

    @Transactional
    public void add(
            RunId id,
            String template,
            String title,
            String commit,
            String account,
            Map<String, @Nullable Object> values,
            List<Step> stepsOfTemplate) {
        jdbc.sql("""
                        insert into scaffolder_runs (id, template, title, commit, account, parameters, status, started_at, attempted_at)
                        values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        template,
                        title,
                        commit,
                        account,
                        Json.write(values),
                        RunStatus.QUEUED.name(),
                        now(),
                        now())
                .update();
        steps.add(id, stepsOfTemplate);
    }

    public List<OpenRun> open() {
        return jdbc.sql("""
                        select id, template, commit, account, parameters from scaffolder_runs
                        where ended_at is null order by started_at
                        """)
                .query((row, _) -> new OpenRun(
                        new RunId(row.getObject("id", UUID.class)),
                        row.getString("template"),
                        row.getString("commit"),
                        row.getString("account"),
                        Json.map(row.getString("parameters"))))
                .list();
    }

    public Optional<TemplateRun> find(RunId id) {
        return jdbc.sql("select * from scaffolder_runs where id = ?")
                .param(id.value())
                .query((row, _) -> RunRows.run(row, steps.of(id)))
                .optional();
    }

    public boolean cancelled(RunId id) {
        return jdbc.sql("select cancelled from scaffolder_runs where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether the run stops before this step because somebody cancelled it. What was answered once stays so: the step may have
     * begun since, to clean up.
     */
    public boolean stopsBefore(RunId id, String step, boolean begun) {
        if (!begun) {
            jdbc.sql("""
                            update scaffolder_runs set stopped_before = ?
                            where id = ? and cancelled and stopped_before is null
                            """).params(step, id.value()).update();
        }
        return jdbc.sql("select count(*) from scaffolder_runs where id = ? and stopped_before = ?")
                        .params(id.value(), step)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** When the attempt that is under way began. */
    public Instant attemptedAt(RunId id) {
        return jdbc.sql("select attempted_at from scaffolder_runs where id = ?")
                .param(id.value())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** Opens a run again that did not succeed; returns whether it was one. */
    @Transactional
    public boolean retry(RunId id) {
        boolean again = jdbc.sql("""
                                update scaffolder_runs
                                set status = 'QUEUED', failure = null, output = null, ended_at = null, cancelled = false,
                                    stopped_before = null, attempt = attempt + 1, attempted_at = ?
                                where id = ? and status in ('FAILED', 'CANCELLED')
                                """).params(now(), id.value()).update() == 1;
        if (again) {
            steps.retry(id);
        }
        return again;
    }

    /** Returns whether the run was still open. */
    public boolean cancel(RunId id) {
        return jdbc.sql("update scaffolder_runs set cancelled = true where id = ? and ended_at is null")
                        .param(id.value())
                        .update()
                == 1;
    }

    public void progress(RunId id, RunStatus status) {
        jdbc.sql("update scaffolder_runs set status = ? where id = ? and ended_at is null and status <> ?")
                .params(status.name(), id.value(), status.name())
                .update();
    }

    /**
     * Returns whether the run was open.
     *
     * @param output rendered links and texts; null when there are none
     */
    public boolean end(RunId id, RunStatus status, @Nullable String failure, @Nullable Object output) {
        return jdbc.sql("""
                        update scaffolder_runs set status = ?, failure = ?, output = cast(? as jsonb), ended_at = ?, runner = null
                        where id = ? and ended_at is null
                        """)
                        .param(status.name())
                        .param(failure)
                        .param(output == null ? null : Json.write(output))
                        .param(now())
                        .param(id.value())
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
