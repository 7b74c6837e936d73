package dev.slipway.scaffolding.run;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
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
import dev.slipway.template.contract.TemplateOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
            if (before.isEmpty()
                    && step.condition() != null
                    && !new Rendering(context.roots(), language).holds(step.condition())) {
                journal.skipped(step);
                return ok();
            }
            Action action = actions.find(step.action())
                    .orElseThrow(() -> new ActionException(step.place() + ": " + actions.unknown(step.action())));
            return step.each() == null ? once(step, action) : repeated(step, action, step.each());
        } catch (ScaffoldingException | ActionException e) {
            return before.isPresent()
                    ? new RunState.Failed(step.id(), before.get())
                    : failed(step, String.valueOf(e.getMessage()));
        }
    }

    private RunState once(Step step, Action action) {
        return carriedOut(step, action, List.of(input(step, context.inputRoots())), false);
    }

    private RunState repeated(Step step, Action action, YamlValue each) {
        Object rendered = new Rendering(context.inputRoots(), language).value(each);
        List<Map<String, @Nullable Object>> inputs = EachItem.of(rendered, each).stream()
                .map(item -> input(step, context.inputRoots(item)))
                .toList();
        return carriedOut(step, action, inputs, true);
    }

    private Map<String, @Nullable Object> input(Step step, Map<String, @Nullable Object> roots) {
        YamlMap input = step.input();
        return input == null ? Map.of() : new Rendering(roots, language).map(input);
    }

    /** All inputs are checked before the first is used. */
    private RunState carriedOut(
            Step step, Action action, List<Map<String, @Nullable Object>> inputs, boolean repeated) {
        checkInputs(step, action, inputs);
        Optional<String> failed = journal.failure(step);
        if (failed.isPresent()) {
            toUndo(step, action, inputs, repeated);
            return new RunState.Failed(step.id(), failed.get());
        }
        var before = journal.finished(step);
        if (before.isPresent()) {
            context.finished(step.id(), doneBefore(step, action, inputs, repeated, before.get()));
            return ok();
        }
        return begin(step, action, inputs, repeated);
    }

    /** What reached outside stays as it is; the workspace is made anew, and so are outputs that were stored without their secrets. */
    private Map<String, @Nullable Object> doneBefore(
            Step step,
            Action action,
            List<Map<String, @Nullable Object>> inputs,
            boolean repeated,
            Map<String, @Nullable Object> before) {
        if (action.reachesOutside()) {
            toUndo(step, action, inputs, repeated);
            return before;
        }
        List<Map<String, @Nullable Object>> outputs = new ArrayList<>();
        for (int round = 0; round < inputs.size(); round++) {
            ActionResult result = action.run(context(step, inputs.get(round), repeated ? round : -1, _ -> {}));
            if (result instanceof ActionResult.Done done) {
                outputs.add(done.outputs());
            }
        }
        boolean again = !run.secrets().isEmpty() && outputs.size() == inputs.size();
        return again ? result(outputs, repeated) : before;
    }

    private static Map<String, @Nullable Object> result(List<Map<String, @Nullable Object>> outputs, boolean repeated) {
        return repeated ? columns(outputs) : outputs.getFirst();
    }

    private void toUndo(Step step, Action action, List<Map<String, @Nullable Object>> inputs, boolean repeated) {
        if (action.reachesOutside() && journal.begun(step)) {
            for (int round = 0; round < inputs.size(); round++) {
                undos.add(new Undo(
                        action,
                        context(step, inputs.get(round), repeated ? round : -1, line -> journal.log(step, line)),
                        step));
            }
        }
    }

    private RunState begin(Step step, Action action, List<Map<String, @Nullable Object>> inputs, boolean repeated) {
        journal.started(step);
        List<Map<String, @Nullable Object>> outputs = new ArrayList<>();
        for (int round = 0; round < inputs.size(); round++) {
            ActionContext at = context(step, inputs.get(round), repeated ? round : -1, line -> journal.log(step, line));
            if (action.reachesOutside()) {
                undos.add(new Undo(action, at, step));
            }
            boolean kept = repeated && action.reachesOutside();
            Optional<Map<String, @Nullable Object>> earlier = kept ? journal.finished(step, round) : Optional.empty();
            if (earlier.isPresent()) {
                outputs.add(earlier.get());
                continue;
            }
            switch (action.run(at)) {
                case ActionResult.Done done -> {
                    outputs.add(checkedOutputs(step, action, done));
                    if (kept) {
                        journal.finished(step, round, done.outputs());
                    }
                }
                case ActionResult.Waiting waiting -> {
                    return waits(step, waiting);
                }
            }
        }
        Map<String, @Nullable Object> result = result(outputs, repeated);
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

    /** @param round of an {@code each}; -1 for a step that is not repeated */
    private ActionContext context(Step step, Map<String, @Nullable Object> input, int round, Consumer<String> log) {
        int taken = journal.takenBack(step);
        String key = run.id() + "/" + step.id() + (round < 0 ? "" : "/" + round) + (taken == 0 ? "" : "~" + taken);
        return new ActionContext(run, step.id(), input, workspace, tree, log, key, journal.startedAt(step));
    }

    private static void checkInputs(Step step, Action action, List<Map<String, @Nullable Object>> inputs) {
        String problems = inputs.stream()
                .flatMap(input -> InputCheck.problems(action, input).stream())
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

    /** The outputs of the rounds as one map of lists. */
    private static Map<String, @Nullable Object> columns(List<Map<String, @Nullable Object>> outputs) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        outputs.stream().flatMap(output -> output.keySet().stream()).distinct().forEach(key -> {
            List<@Nullable Object> column = new ArrayList<>();
            outputs.forEach(output -> column.add(output.get(key)));
            columns.put(key, column);
        });
        return columns;
    }
}
