package dev.slipway.scaffolding.builtin;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import java.util.List;
import java.util.Map;

/** Removes files from the workspace. */
final class FsDelete implements Action {

    @Override
    public String id() {
        return "fs:delete";
    }

    @Override
    public String description() {
        return "Removes files and directories from the workspace";
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.object("*files", "array");
    }

    @Override
    public ActionResult run(ActionContext context) {
        List<?> files = context.input().get("files") instanceof List<?> list ? list : List.of();
        for (Object pattern : files) {
            Globs glob = new Globs(List.of(String.valueOf(pattern)));
            int removed = context.workspace().delete(String.valueOf(pattern));
            for (String path : List.copyOf(context.workspace().tree().files().keySet())) {
                removed += glob.match(path) ? context.workspace().delete(path) : 0;
            }
            context.log("Removed " + pattern + ": " + removed + " files");
        }
        return ActionResult.done();
    }
}
