package dev.slipway.scaffolding.mapping;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import java.util.Map;

/** An action that the definition leaves out, with a reason. */
record SkippedAction(ActionMapping.Skip mapping) implements Action {

    @Override
    public String id() {
        return mapping.id();
    }

    @Override
    public String description() {
        return "Left out by the platform definition: " + mapping.reason();
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Map.of("type", "object");
    }

    @Override
    public ActionResult run(ActionContext context) {
        context.log("Left out: " + mapping.reason());
        return new ActionResult.Done(mapping.output());
    }
}
