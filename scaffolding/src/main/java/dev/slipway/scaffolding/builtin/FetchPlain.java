package dev.slipway.scaffolding.builtin;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import java.util.Map;

/** Copies files into the workspace as they are. */
final class FetchPlain implements Action {

    @Override
    public String id() {
        return "fetch:plain";
    }

    @Override
    public String description() {
        return "Copies a directory into the workspace";
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.object("*url", "string", "targetPath", "string");
    }

    @Override
    public ActionResult run(ActionContext context) {
        var files = Sources.files(context);
        files.forEach((path, content) -> context.workspace().write(Sources.target(context, path), content));
        context.log("Copied " + files.size() + " files");
        return ActionResult.done();
    }
}
