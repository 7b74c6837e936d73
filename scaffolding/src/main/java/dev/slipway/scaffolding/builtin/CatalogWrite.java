package dev.slipway.scaffolding.builtin;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.yaml.YamlWriter;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.known.KnownActions;

/** Writes catalog-info.yaml. */
final class CatalogWrite extends DescribedAction {

    CatalogWrite() {
        super(KnownActions.describe("catalog:write"));
    }

    @Override
    public ActionResult run(ActionContext context) {
        String path = context.text("filePath").orElse("catalog-info.yaml");
        String text = YamlWriter.text(context.input().get("entity"));
        context.workspace().write(path, FileContent.text(text));
        context.log("Wrote " + path);
        return ActionResult.done();
    }
}
