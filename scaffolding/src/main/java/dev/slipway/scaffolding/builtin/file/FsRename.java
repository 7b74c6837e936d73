package dev.slipway.scaffolding.builtin.file;

import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.List;
import java.util.Map;

/** Moves files within the workspace. */
final class FsRename extends DescribedAction {

    FsRename() {
        super(KnownActions.describe("fs:rename"));
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
        String what = "\"" + from + "\" cannot be moved: ";
        if (!context.workspace().exists(from)) {
            throw new ActionException(what + "there is no such file.");
        }
        if (within(from, to) || within(to, from)) {
            throw new ActionException(what + "\"" + to + "\" is the same, above or below.");
        }
        if (context.workspace().exists(to) && !overwrite) {
            throw new ActionException(what + "\"" + to + "\" exists already.");
        }
        context.workspace().delete(to);
        context.workspace().rename(from, to);
        context.log("Moved " + from + " to " + to);
    }

    private static boolean within(String path, String directory) {
        return (plain(path) + "/").startsWith(plain(directory) + "/");
    }

    private static String plain(String path) {
        return path.replaceFirst("^(\\./)+", "").replaceFirst("/+$", "");
    }
}
