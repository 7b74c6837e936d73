package dev.slipway.scaffolder.store;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunStatus;
import dev.slipway.scaffolder.TemplateRun;
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

    /**
     * What is needed to carry a run on.
     *
     * @param sealed its secrets; null when it has none
     */
    public record OpenRun(
            RunId id,
            String template,
            String commit,
            String account,
            Map<String, @Nullable Object> values,
            @Nullable String sealed) {}

    @Transactional
    public void add(NewRun run) {
        jdbc.sql("""
                        insert into scaffolder_runs (id, template, title, commit, account, parameters, status, started_at,
                            attempted_at, secret_names, secrets)
                        values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, cast(? as jsonb), decode(?, 'hex'))
                        """)
                .param(run.id().value())
                .param(run.template())
                .param(run.title())
                .param(run.commit())
                .param(run.account())
                .param(Json.write(run.values()))
                .param(RunStatus.QUEUED.name())
                .param(now())
                .param(now())
                .param(Json.write(run.secrets()))
                .param(run.sealed())
                .update();
        steps.add(run.id(), run.steps());
    }

    public List<OpenRun> open() {
        return jdbc.sql("""
                        select id, template, commit, account, parameters, encode(secrets, 'hex') as sealed from scaffolder_runs
                        where ended_at is null order by started_at
                        """)
                .query((row, _) -> new OpenRun(
                        new RunId(row.getObject("id", UUID.class)),
                        row.getString("template"),
                        row.getString("commit"),
                        row.getString("account"),
                        Json.map(row.getString("parameters")),
                        row.getString("sealed")))
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

    /**
     * Opens a run again that did not succeed; returns whether it was one.
     *
     * @param sealed the secrets of the new attempt; null when there are none
     */
    @Transactional
    public boolean retry(RunId id, @Nullable String sealed) {
        boolean again =
                jdbc.sql("""
                                update scaffolder_runs
                                set status = 'QUEUED', failure = null, output = null, ended_at = null, cancelled = false,
                                    stopped_before = null, attempt = attempt + 1, attempted_at = ?,
                                    secrets = decode(?, 'hex')
                                where id = ? and status in ('FAILED', 'CANCELLED')
                                """).param(now()).param(sealed).param(id.value()).update() == 1;
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
     * Forgets the secrets; returns whether the run was open.
     *
     * @param output rendered links and texts; null when there are none
     */
    public boolean end(RunId id, RunStatus status, @Nullable String failure, @Nullable Object output) {
        return jdbc.sql("""
                        update scaffolder_runs set status = ?, failure = ?, output = cast(? as jsonb), ended_at = ?, runner = null, secrets = null
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
