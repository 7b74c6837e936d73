package dev.slipway.scaffolding.builtin;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes catalog-info.yaml; as JSON, which is YAML. */
final class CatalogWrite implements Action {

    @Override
    public String id() {
        return "catalog:write";
    }

    @Override
    public String description() {
        return "Writes an entity to catalog-info.yaml";
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.object("*entity", "object", "filePath", "string");
    }

    @Override
    public ActionResult run(ActionContext context) {
        String path = context.text("filePath").orElse("catalog-info.yaml");
        String text = JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(context.input().get("entity"));
        context.workspace().write(path, FileContent.text(text + "\n"));
        context.log("Wrote " + path);
        return ActionResult.done();
    }
}
