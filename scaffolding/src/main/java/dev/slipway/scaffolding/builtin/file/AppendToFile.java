package dev.slipway.scaffolding.builtin.file;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.known.KnownActions;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Appends text to a file. */
final class AppendToFile extends DescribedAction {

    AppendToFile() {
        super(KnownActions.describe("roadiehq:utils:fs:append"));
    }

    @Override
    public ActionResult run(ActionContext context) {
        String path = context.text("path").orElseThrow();
        String whole = context.workspace().text(path).orElse("")
                + context.text("content").orElse("");
        FileMode mode = context.workspace().read(path).map(FileContent::mode).orElse(FileMode.REGULAR);
        context.workspace().write(path, new FileContent(whole.getBytes(StandardCharsets.UTF_8), mode));
        context.log("Appended to " + path);
        return new ActionResult.Done(Map.of("path", path));
    }
}
