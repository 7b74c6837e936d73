package dev.slipway.scaffolding.builtin;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import java.util.List;
import java.util.Map;

/** Moves files within the workspace. */
final class FsRename implements Action {

    @Override
    public String id() {
        return "fs:rename";
    }

    @Override
    public String description() {
        return "Moves files and directories within the workspace";
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.object("*files", "array");
    }

    @Override
    public ActionResult run(ActionContext context) {
        List<?> files = context.input().get("files") instanceof List<?> list ? list : List.of();
        for (Object file : files) {
            if (file instanceof Map<?, ?> pair && pair.get("from") != null && pair.get("to") != null) {
                rename(context, pair.get("from") + "", pair.get("to") + "", Boolean.TRUE.equals(pair.get("overwrite")));
            } else {
                throw new ActionException("Each of \"files\" needs \"from\" and \"to\".");
            }
        }
        return ActionResult.done();
    }

    private static void rename(ActionContext context, String from, String to, boolean overwrite) {
        if (!context.workspace().exists(from)) {
            throw new ActionException("\"" + from + "\" cannot be moved: there is no such file.");
        }
        if (context.workspace().exists(to) && !overwrite) {
            throw new ActionException("\"" + from + "\" cannot be moved: \"" + to + "\" exists already.");
        }
        context.workspace().delete(to);
        context.workspace().rename(from, to);
        context.log("Moved " + from + " to " + to);
    }
}
