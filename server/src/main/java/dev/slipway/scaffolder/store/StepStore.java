package dev.slipway.scaffolder.store;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunStep;
import dev.slipway.scaffolding.Step;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of runs. */
@Component
public class StepStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    StepStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(RunId run, List<Step> steps) {
        for (int position = 0; position < steps.size(); position++) {
            Step step = steps.get(position);
            jdbc.sql("insert into scaffolder_steps (run, position, id, name, action, status) values (?, ?, ?, ?, ?, ?)")
                    .params(run.value(), position, step.id(), step.name(), step.action(), RunStep.Status.PENDING.name())
                    .update();
        }
    }

    public List<RunStep> of(RunId run) {
        return jdbc.sql("select * from scaffolder_steps where run = ? order by position")
                .param(run.value())
                .query((row, _) -> RunRows.step(row))
                .list();
    }

    /** The outputs of a step that succeeded. */
    public Optional<Map<String, @Nullable Object>> outputs(RunId run, String step) {
        return jdbc.sql("select outputs from scaffolder_steps where run = ? and id = ? and outputs is not null")
                .params(run.value(), step)
                .query(String.class)
                .optional()
                .map(Json::map);
    }

    /** Why a step failed; empty unless it did. */
    public Optional<String> failure(RunId run, String step) {
        return jdbc.sql(
                        "select coalesce(detail, '') from scaffolder_steps where run = ? and id = ? and status = 'FAILED'")
                .params(run.value(), step)
                .query(String.class)
                .optional();
    }

    public int takenBack(RunId run, String step) {
        return jdbc.sql("select taken_back from scaffolder_steps where run = ? and id = ?")
                .params(run.value(), step)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    public void undone(RunId run, String step) {
        jdbc.sql("update scaffolder_steps set undone = true where run = ? and id = ?")
                .params(run.value(), step)
                .update();
    }

    /** Makes everything that has no result, or no longer has what it made, pending again. */
    void retry(RunId run) {
        jdbc.sql("""
                        delete from scaffolder_rounds
                        where run = ? and step in (select id from scaffolder_steps where run = ? and undone)
                        """).params(run.value(), run.value()).update();
        jdbc.sql("""
                        update scaffolder_steps
                        set status = 'PENDING', detail = null, outputs = null, started_at = null, ended_at = null,
                            taken_back = taken_back + case when undone then 1 else 0 end, undone = false
                        where run = ? and (undone or status <> 'SUCCEEDED')
                        """).param(run.value()).update();
    }

    public boolean begun(RunId run, String step) {
        return jdbc.sql("select started_at is not null from scaffolder_steps where run = ? and id = ?")
                .params(run.value(), step)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The beginning of time for one that was not started. */
    public Instant startedAt(RunId run, String step) {
        return jdbc.sql("select started_at from scaffolder_steps where run = ? and id = ? and started_at is not null")
                .params(run.value(), step)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    public void started(RunId run, String step) {
        jdbc.sql("""
                        update scaffolder_steps set status = 'RUNNING', detail = null, started_at = coalesce(started_at, ?)
                        where run = ? and id = ? and status <> 'WAITING'
                        """).params(now(), run.value(), step).update();
    }

    /** Returns whether that is news. */
    public boolean waiting(RunId run, String step, String reason) {
        return jdbc.sql("""
                                update scaffolder_steps set status = 'WAITING', detail = ?
                                where run = ? and id = ? and (status <> 'WAITING' or detail is distinct from ?)
                                """).params(reason, run.value(), step, reason).update() == 1;
    }

    public void succeeded(RunId run, String step, Map<String, @Nullable Object> outputs) {
        jdbc.sql("""
                        update scaffolder_steps
                        set status = 'SUCCEEDED', detail = null, outputs = cast(? as jsonb), ended_at = ?
                        where run = ? and id = ?
                        """).params(Json.write(outputs), now(), run.value(), step).update();
    }

    /** Returns whether that is news. */
    public boolean ended(RunId run, String step, RunStep.Status status, @Nullable String detail) {
        return jdbc.sql("""
                        update scaffolder_steps set status = ?, detail = ?, ended_at = coalesce(ended_at, ?)
                        where run = ? and id = ? and status <> ?
                        """)
                        .param(status.name())
                        .param(detail)
                        .param(now())
                        .param(run.value())
                        .param(step)
                        .param(status.name())
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
