package dev.slipway.scaffolding.run;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.NothingTakenBack;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Workspace;
import dev.slipway.scaffolding.run.Rounds.Round;
import dev.slipway.template.contract.TemplateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run of a template in this process. A run goes on after a crash by advancing a new {@code Workflow} with the same
 * journal: finished steps that reach outside keep their results, all others are done again to make the workspace anew.
 */
public final class Workflow {

    private static final String CANCELLED = "The run was cancelled.";

    private final TemplateDefinition template;
    private final FileTree tree;
    private final Actions actions;
    private final RunInfo run;
    private final Journal journal;
    private final Workspace workspace = new Workspace();
    private final StepContext context;
    private final TemplateOptions language;
    private final List<Undo> undos = new ArrayList<>();
    private RunState.@Nullable Failed failure;

    private record Undo(Action action, ActionContext context, Step step) {}

    /** @param tree the directory of the template's file */
    public Workflow(TemplateDefinition template, FileTree tree, Actions actions, RunInfo run, Journal journal) {
        this.template = template;
        this.tree = tree;
        this.actions = actions;
        this.run = run;
        this.journal = new MaskingJournal(journal, run.secrets());
        this.context = new StepContext(run);
        this.language = Rendering.language(actions.filters());
    }

    /** Goes on until the run ends or has to wait. */
    public RunState advance() {
        for (Step step : template.steps()) {
            stopIfCancelled(step);
            if (failure != null
                    && !step.runsAfterFailure()
                    && journal.failure(step).isEmpty()) {
                continue;
            }
            RunState state = step(step);
            if (state instanceof RunState.Waiting) {
                return state;
            }
            if (failure == null && state instanceof RunState.Failed failed) {
                fails(failed);
            }
        }
        return failure == null ? completed() : undone(failure);
    }

    /** A step that cleans up runs all the same. */
    private void stopIfCancelled(Step step) {
        if (failure == null && journal.stopsBefore(step)) {
            fails(
                    step.runsAfterFailure() || journal.failure(step).isPresent()
                            ? new RunState.Failed(step.id(), CANCELLED)
                            : failed(step, CANCELLED));
        }
    }

    private void fails(RunState.Failed first) {
        failure = first;
        context.failed();
    }

    /** The workspace as it is now. */
    public MemoryTree files() {
        return workspace.tree();
    }

    private RunState completed() {
        try {
            Rendering rendering = new Rendering(context.roots(), language);
            return new RunState.Completed(
                    new OutputRendering(rendering).output(template.output()).masked(run.secrets()));
        } catch (ScaffoldingException e) {
            return new RunState.Failed("output", masked(String.valueOf(e.getMessage())));
        }
    }

    private RunState undone(RunState.Failed failed) {
        List<String> left = new ArrayList<>();
        for (Undo undo : undos.reversed()) {
            try {
                undo.action().undo(undo.context());
                journal.undone(undo.step());
            } catch (NothingTakenBack _) { // its result stays
            } catch (ActionException e) {
                left.add("What the step \"" + undo.step().id() + "\" made could not be taken back: " + e.getMessage());
                undo.context().log(left.getLast());
            }
        }
        return left.isEmpty()
                ? failed
                : new RunState.Failed(failed.stepId(), failed.message() + "\n" + String.join("\n", left));
    }

    private RunState.Failed failed(Step step, String message) {
        journal.failed(step, message);
        return new RunState.Failed(step.id(), masked(message));
    }

    private String masked(String text) {
        return run.secrets().masked(text);
    }

    private static RunState ok() {
        return new RunState.Completed(new RunState.RunOutput(List.of(), List.of(), Map.of()));
    }

    private RunState step(Step step) {
        Optional<String> before = journal.failure(step);
        try {
            if (before.isEmpty() && isLeftOut(step)) {
                journal.skipped(step);
                return ok();
            }
            Action action = actions.find(step.action())
                    .orElseThrow(() -> new ActionException(step.place() + ": " + actions.unknown(step.action())));
            Rounds rounds = Rounds.of(step, context, language);
            if (before.isEmpty() && rounds.areAllLeftOut()) {
                journal.skipped(step);
                context.finished(step.id(), Map.of());
                return ok();
            }
            return carriedOut(step, action, rounds);
        } catch (ScaffoldingException | ActionException e) {
            return before.isPresent()
                    ? new RunState.Failed(step.id(), before.get())
                    : failed(step, String.valueOf(e.getMessage()));
        }
    }

    /** A condition that asks for {@code each} is asked in the rounds. */
    private boolean isLeftOut(Step step) {
        return step.condition() != null
                && !Rounds.areAsked(step, context, language)
                && !new Rendering(context.roots(), language).holds(step.condition());
    }

    /** All inputs are checked before the first is used. */
    private RunState carriedOut(Step step, Action action, Rounds rounds) {
        checkInputs(step, action, rounds);
        Optional<String> failed = journal.failure(step);
        if (failed.isPresent()) {
            toUndo(step, action, rounds);
            return new RunState.Failed(step.id(), failed.get());
        }
        var before = journal.finished(step);
        if (before.isPresent()) {
            context.finished(step.id(), doneBefore(step, action, rounds, before.get()));
            return ok();
        }
        return begin(step, action, rounds);
    }

    /** What reached outside stays as it is; the workspace is made anew, and so are outputs that were stored without their secrets. */
    private Map<String, @Nullable Object> doneBefore(
            Step step, Action action, Rounds rounds, Map<String, @Nullable Object> before) {
        if (action.reachesOutside()) {
            toUndo(step, action, rounds);
            return before;
        }
        List<Map<String, @Nullable Object>> outputs = new ArrayList<>();
        for (Round round : rounds.rounds()) {
            if (action.run(context(step, round, _ -> {})) instanceof ActionResult.Done done) {
                outputs.add(done.outputs());
            }
        }
        boolean again =
                !run.secrets().isEmpty() && outputs.size() == rounds.rounds().size();
        return again ? rounds.result(outputs) : before;
    }

    private void toUndo(Step step, Action action, Rounds rounds) {
        if (action.reachesOutside() && journal.begun(step)) {
            for (Round round : rounds.rounds()) {
                undos.add(new Undo(action, context(step, round, line -> journal.log(step, line)), step));
            }
        }
    }

    private RunState begin(Step step, Action action, Rounds rounds) {
        boolean again = journal.begun(step);
        journal.started(step);
        if (!again) {
            rounds.left()
                    .forEach(key -> journal.log(step, "Left out the round \"" + key + "\": its condition is false"));
        }
        List<Map<String, @Nullable Object>> outputs = new ArrayList<>();
        for (Round round : rounds.rounds()) {
            ActionContext at = context(step, round, line -> journal.log(step, line));
            if (action.reachesOutside()) {
                undos.add(new Undo(action, at, step));
            }
            boolean kept = rounds.repeated() && action.reachesOutside();
            Optional<Map<String, @Nullable Object>> earlier =
                    kept ? journal.finished(step, round.number()) : Optional.empty();
            if (earlier.isPresent()) {
                outputs.add(earlier.get());
                continue;
            }
            switch (action.run(at)) {
                case ActionResult.Done done -> {
                    outputs.add(checkedOutputs(step, action, done));
                    if (kept) {
                        journal.finished(step, round.number(), done.outputs());
                    }
                }
                case ActionResult.Waiting waiting -> {
                    return waits(step, waiting);
                }
            }
        }
        Map<String, @Nullable Object> result = rounds.result(outputs);
        journal.finished(step, result);
        context.finished(step.id(), action.reachesOutside() ? run.secrets().masked(result) : result);
        return ok();
    }

    private RunState waits(Step step, ActionResult.Waiting waiting) {
        journal.waiting(step, waiting.reason());
        if (failure == null && journal.cancelled()) {
            throw new ActionException(CANCELLED);
        }
        journal.overdue(step).ifPresent(reason -> {
            throw new ActionException(reason + " It was waiting: " + waiting.reason());
        });
        return new RunState.Waiting(step.id(), masked(waiting.reason()));
    }

    private ActionContext context(Step step, Round round, Consumer<String> log) {
        int taken = journal.takenBack(step);
        String key = run.id() + "/" + step.id() + (round.number() < 0 ? "" : "/" + round.number())
                + (taken == 0 ? "" : "~" + taken);
        return new ActionContext(run, step.id(), round.input(), workspace, tree, log, key, journal.startedAt(step));
    }

    private static void checkInputs(Step step, Action action, Rounds rounds) {
        String problems = rounds.rounds().stream()
                .flatMap(round -> InputCheck.problems(action, round.input()).stream())
                .distinct()
                .collect(Collectors.joining(" "));
        if (!problems.isEmpty()) {
            throw new ActionException(step.place() + ": The input of \"" + action.id() + "\" is wrong. " + problems);
        }
    }

    /** What does not fit the schema that the action declares is the action's mistake, and would surprise later steps. */
    private static Map<String, @Nullable Object> checkedOutputs(Step step, Action action, ActionResult.Done done) {
        String problems = String.join(" ", InputCheck.outputProblems(action, done.outputs()));
        if (!problems.isEmpty()) {
            throw new ActionException(step.place() + ": The action \"" + action.id()
                    + "\" answered something else than its schema says. " + problems);
        }
        return done.outputs();
    }
}
