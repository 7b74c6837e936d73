package dev.slipway.scaffolding.dryrun;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.DelegatedAction;
import dev.slipway.scaffolding.action.WrappedAction;
import dev.slipway.scaffolding.dryrun.DryRun.LogLine;
import dev.slipway.scaffolding.dryrun.DryRun.Status;
import dev.slipway.scaffolding.dryrun.DryRunResult.CarriedOut;
import dev.slipway.scaffolding.run.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Remembers a dry run in memory: it never goes on after a crash. */
final class DryRunJournal implements Journal {

    private final Map<String, String> names;
    private final List<LogLine> log = new ArrayList<>();
    private final List<CarriedOut> steps = new ArrayList<>();

    DryRunJournal(List<Step> steps) {
        names = steps.stream().collect(Collectors.toMap(Step::id, Step::name, (first, _) -> first));
    }

    List<LogLine> log() {
        return log;
    }

    List<CarriedOut> steps() {
        return steps;
    }

    void carriesOut(Action action, ActionContext context) {
        Doing doing = doing(action, context.input());
        String id = context.stepId();
        steps.add(new CarriedOut(
                id,
                names.getOrDefault(id, id),
                action.id(),
                context.run().secrets().masked(context.input()),
                doing.action(),
                context.run().secrets().masked(doing.input()),
                action.reachesOutside() ? context.workspace().tree() : MemoryTree.of(Map.of())));
    }

    /** What really does it. */
    private record Doing(String action, Map<String, @Nullable Object> input) {}

    private static Doing doing(Action action, Map<String, @Nullable Object> input) {
        return switch (action) {
            case WrappedAction wrapped -> doing(wrapped.action(), input);
            case DelegatedAction delegated ->
                delegated
                        .carriedOutBy()
                        .map(other -> doing(other, delegated.given(input)))
                        .orElse(new Doing(action.id(), input));
            default -> new Doing(action.id(), input);
        };
    }

    @Override
    public Optional<Map<String, @Nullable Object>> finished(Step step) {
        return Optional.empty();
    }

    @Override
    public boolean begun(Step step) {
        return false;
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public void started(Step step) {
        add(step, "Beginning step " + step.name(), Status.PROCESSING);
    }

    @Override
    public void log(Step step, String line) {
        add(step, line, Status.PROCESSING);
    }

    @Override
    public void waiting(Step step, String reason) {
        add(step, reason, Status.PROCESSING);
    }

    @Override
    public void skipped(Step step) {
        add(step, "Skipped step " + step.name() + " because its condition is false", Status.SKIPPED);
    }

    @Override
    public void finished(Step step, Map<String, @Nullable Object> outputs) {
        add(step, "Finished step " + step.name(), Status.COMPLETED);
    }

    @Override
    public void failed(Step step, String message) {
        add(step, message, Status.FAILED);
    }

    private void add(Step step, String message, Status status) {
        log.add(new LogLine(step.id(), message, status));
    }
}
