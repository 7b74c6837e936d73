package dev.slipway.scaffolding.testing;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.WrappedAction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An action that answers what a test says, for the steps that it names. */
record AnsweringAction(Action action, Map<String, Map<String, @Nullable Object>> answers) implements WrappedAction {

    @Override
    public Map<String, Object> outputSchema() {
        return answers.isEmpty() ? action.outputSchema() : Map.of("type", "object", "properties", Map.of());
    }

    @Override
    public boolean reachesOutside() {
        return action.reachesOutside();
    }

    @Override
    public ActionResult run(ActionContext context) {
        throw new UnsupportedOperationException("A test carries nothing out.");
    }

    @Override
    public ActionResult dryRun(ActionContext context) {
        Map<String, @Nullable Object> answer = answers.get(context.stepId());
        return answer == null ? action.dryRun(context) : new ActionResult.Done(answer);
    }
}
