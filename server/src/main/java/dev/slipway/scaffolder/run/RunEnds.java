package dev.slipway.scaffolder.run;

import dev.slipway.audit.Audit;
import dev.slipway.kernel.Actor;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunLogLine.Kind;
import dev.slipway.scaffolder.RunStatus;
import dev.slipway.scaffolder.store.LogStore;
import dev.slipway.scaffolder.store.RunStore;
import dev.slipway.scaffolder.store.RunStore.OpenRun;
import dev.slipway.scaffolding.run.RunState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what came of a run: its state, the last line of its log and the audit's entry, all or none. */
@Component
class RunEnds {

    private final RunStore runs;
    private final LogStore log;
    private final Audit audit;
    private final TransactionTemplate transactions;

    RunEnds(RunStore runs, LogStore log, Audit audit, TransactionTemplate transactions) {
        this.runs = runs;
        this.log = log;
        this.audit = audit;
        this.transactions = transactions;
    }

    void succeeded(OpenRun run, RunState.RunOutput output) {
        end(run, RunStatus.SUCCEEDED, null, output, "Run completed with status: completed", body(output));
    }

    void failed(OpenRun run, RunState.Failed failed) {
        boolean cancelled = runs.cancelled(run.id());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("error", Map.of("name", "Error", "message", failed.message(), "stepId", failed.stepId()));
        end(
                run,
                cancelled ? RunStatus.CANCELLED : RunStatus.FAILED,
                failed.message(),
                null,
                "Run completed with status: " + (cancelled ? "cancelled" : "failed"),
                body);
    }

    private void end(
            OpenRun run,
            RunStatus status,
            @Nullable String failure,
            RunState.@Nullable RunOutput output,
            String line,
            Map<String, @Nullable Object> body) {
        RunId id = run.id();
        transactions.executeWithoutResult(_ -> {
            if (runs.end(id, status, failure, output)) {
                log.add(id, "", line, Kind.ENDED, null, body);
                audit.record(
                        new Actor.Automation("scaffolder", run.account()),
                        status == RunStatus.SUCCEEDED ? "scaffolder.run-succeeded" : "scaffolder.run-failed",
                        "template:" + run.template(),
                        Map.of("run", id.toString()));
            }
        });
    }

    private static Map<String, @Nullable Object> body(RunState.RunOutput output) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("links", output.links());
        all.put(
                "text",
                output.texts().stream()
                        .map(text -> Map.of("title", text.title(), "content", text.markdown()))
                        .toList());
        all.putAll(output.values());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("output", all);
        return body;
    }
}
