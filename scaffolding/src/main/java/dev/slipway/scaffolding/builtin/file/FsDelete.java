package dev.slipway.scaffolding.builtin.file;

import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.List;

/** Removes files from the workspace. */
final class FsDelete extends DescribedAction {

    FsDelete() {
        super(KnownActions.describe("fs:delete"));
    }

    @Override
    public ActionResult run(ActionContext context) {
        context.texts("files").forEach(pattern -> delete(context, pattern));
        return ActionResult.done();
    }

    private static void delete(ActionContext context, String pattern) {
        if (pattern.startsWith("/") || List.of(pattern.split("/")).contains("..")) {
            throw new ActionException("\"" + pattern + "\" leads out of the workspace.");
        }
        Globs glob = new Globs(List.of(pattern));
        int removed = 0;
        for (String path : List.copyOf(context.workspace().tree().files().keySet())) {
            removed += glob.match(path) ? context.workspace().delete(path) : 0;
        }
        context.log("Removed " + pattern + ": " + removed + " files");
    }
}
