package dev.slipway.scaffolder.store;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunStatus;
import dev.slipway.scaffolder.TemplateRun;
import dev.slipway.scaffolding.Step;
import java.sql.Timestamp;
import java.time.Clock;
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
                        insert into scaffolder_runs (id, template, title, commit, account, parameters, status, started_at)
                        values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)
                        """)
                .params(
                        id.value(),
                        template,
                        title,
                        commit,
                        account,
                        Json.write(values),
                        RunStatus.QUEUED.name(),
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

    public List<TemplateRun> newest(int limit) {
        return jdbc.sql("select * from scaffolder_runs order by started_at desc limit ?")
                .param(limit)
                .query((row, _) -> RunRows.run(row, List.of()))
                .list();
    }

    public boolean cancelled(RunId id) {
        return jdbc.sql("select cancelled from scaffolder_runs where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
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

    /** @param output rendered links and texts; null when there are none */
    public void end(RunId id, RunStatus status, @Nullable String failure, @Nullable Object output) {
        jdbc.sql("""
                        update scaffolder_runs set status = ?, failure = ?, output = cast(? as jsonb), ended_at = ?
                        where id = ? and ended_at is null
                        """)
                .param(status.name())
                .param(failure)
                .param(output == null ? null : Json.write(output))
                .param(now())
                .param(id.value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
