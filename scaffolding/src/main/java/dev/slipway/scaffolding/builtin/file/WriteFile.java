package dev.slipway.scaffolding.builtin.file;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.Map;

/** Writes a file, over one that is there. */
final class WriteFile extends DescribedAction {

    WriteFile() {
        super(KnownActions.describe("roadiehq:utils:fs:write"));
    }

    @Override
    public ActionResult run(ActionContext context) {
        String path = context.text("path").orElseThrow();
        context.workspace().write(path, FileContent.text(context.text("content").orElse("")));
        context.log("Wrote " + path);
        return new ActionResult.Done(Map.of("path", path));
    }
}
