package dev.slipway.scaffolding.run;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run of a template in this process. A run goes on after a crash by advancing a new {@code Workflow} with the same
 * journal: finished steps that reach outside keep their results, all others are done again to make the workspace anew.
 */
public final class Workflow {

    private final TemplateDefinition template;
    private final FileTree tree;
    private final Actions actions;
    private final RunInfo run;
    private final Journal journal;
    private final Workspace workspace = new Workspace();
    private final StepContext context;
    private final List<Undo> undos = new ArrayList<>();

    private record Undo(Action action, ActionContext context, Step step) {}

    /** @param tree the directory of the template's file */
    public Workflow(TemplateDefinition template, FileTree tree, Actions actions, RunInfo run, Journal journal) {
        this.template = template;
        this.tree = tree;
        this.actions = actions;
        this.run = run;
        this.journal = journal;
        this.context = new StepContext(run);
    }

    /** Goes on until the run ends or has to wait. */
    public RunState advance() {
        RunState.@Nullable Failed failure = null;
        for (Step step : template.steps()) {
            if (failure != null && !step.runsAfterFailure()) {
                continue;
            }
            RunState state = failure == null && journal.cancelled() && !journal.begun(step)
                    ? failed(step, "The run was cancelled.")
                    : step(step);
            if (failure == null && state instanceof RunState.Waiting) {
                return state;
            }
            if (failure == null && state instanceof RunState.Failed failed) {
                failure = failed;
                context.failed();
            }
        }
        return failure == null ? completed() : undone(failure);
    }

    /** The workspace as it is now. */
    public MemoryTree files() {
        return workspace.tree();
    }

    private RunState completed() {
        try {
            Rendering rendering = new Rendering(context.roots());
            return new RunState.Completed(new OutputRendering(rendering).output(template.output()));
        } catch (ScaffoldingException e) {
            return new RunState.Failed("output", String.valueOf(e.getMessage()));
        }
    }

    private RunState undone(RunState.Failed failure) {
        for (Undo undo : undos.reversed()) {
            try {
                undo.action().undo(undo.context());
            } catch (ActionException e) {
                undo.context().log("What this step made could not be taken back: " + e.getMessage());
            }
        }
        return failure;
    }

    private RunState failed(Step step, String message) {
        journal.failed(step, message);
        return new RunState.Failed(step.id(), message);
    }

    private static RunState ok() {
        return new RunState.Completed(new RunState.RunOutput(List.of(), List.of(), Map.of()));
    }

    private RunState step(Step step) {
        try {
            if (step.condition() != null && !new Rendering(context.roots()).holds(step.condition())) {
                journal.skipped(step);
                return ok();
            }
            Action action = actions.find(step.action())
                    .orElseThrow(() -> new ActionException(step.place() + ": " + actions.unknown(step.action())));
            return step.each() == null ? once(step, action) : repeated(step, action, step.each());
        } catch (ScaffoldingException | ActionException e) {
            return failed(step, String.valueOf(e.getMessage()));
        }
    }

    private RunState once(Step step, Action action) {
        return carriedOut(step, action, List.of(input(step, context.roots())), false);
    }

    private RunState repeated(Step step, Action action, YamlValue each) {
        Object items = new Rendering(context.roots()).value(each);
        List<Map<String, @Nullable Object>> inputs = new ArrayList<>();
        switch (items) {
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    inputs.add(input(step, context.roots((long) i, list.get(i))));
                }
            }
            case Map<?, ?> map -> map.forEach((key, value) -> inputs.add(input(step, context.roots(key, value))));
            case null, default ->
                throw new ScaffoldingException(List.of(new Finding(each.place(), "\"each\" needs a list or a map.")));
        }
        return carriedOut(step, action, inputs, true);
    }

    private static Map<String, @Nullable Object> input(Step step, Map<String, @Nullable Object> roots) {
        YamlMap input = step.input();
        return input == null ? Map.of() : new Rendering(roots).map(input);
    }

    /** All inputs are checked before the first is used. */
    private RunState carriedOut(
            Step step, Action action, List<Map<String, @Nullable Object>> inputs, boolean repeated) {
        checkInputs(step, action, inputs);
        var before = journal.finished(step);
        if (before.isEmpty()) {
            journal.started(step);
        }
        List<Map<String, @Nullable Object>> outputs = new ArrayList<>();
        for (Map<String, @Nullable Object> input : inputs) {
            ActionContext actionContext = new ActionContext(run, step.id(), input, workspace, tree, line -> {
                if (before.isEmpty()) {
                    journal.log(step, line);
                }
            });
            if (action.reachesOutside()) {
                undos.add(new Undo(action, actionContext, step));
            }
            if (before.isPresent() && action.reachesOutside()) {
                continue;
            }
            switch (action.run(actionContext)) {
                case ActionResult.Done done -> outputs.add(done.outputs());
                case ActionResult.Waiting waiting -> {
                    journal.waiting(step, waiting.reason());
                    return new RunState.Waiting(step.id(), waiting.reason());
                }
            }
        }
        Map<String, @Nullable Object> result =
                before.isPresent() ? before.get() : repeated ? columns(outputs) : outputs.getFirst();
        if (before.isEmpty()) {
            journal.finished(step, result);
        }
        context.finished(step.id(), result);
        return ok();
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
