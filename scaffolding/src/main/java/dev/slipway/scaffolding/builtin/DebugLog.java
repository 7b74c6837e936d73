package dev.slipway.scaffolding.builtin;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import java.util.Map;

/** Writes into the run's log. */
final class DebugLog implements Action {

    @Override
    public String id() {
        return "debug:log";
    }

    @Override
    public String description() {
        return "Writes a message, or the list of the workspace's files, into the log";
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.object("message", "", "listWorkspace", "");
    }

    @Override
    public ActionResult run(ActionContext context) {
        context.text("message").ifPresent(context::log);
        if (context.input().get("listWorkspace") != null
                && !Boolean.FALSE.equals(context.input().get("listWorkspace"))) {
            context.workspace().tree().files().keySet().forEach(context::log);
        }
        return ActionResult.done();
    }
}
