package dev.slipway.scaffolding.builtin.file;

import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.builtin.data.JsonDocuments;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file as text, YAML or JSON. */
final class ParseFile extends DescribedAction {

    ParseFile() {
        super(KnownActions.describe("roadiehq:utils:fs:parse"));
    }

    @Override
    public ActionResult run(ActionContext context) {
        String path = context.text("path").orElseThrow();
        String text = context.workspace()
                .text(path)
                .orElseThrow(() -> new ActionException("There is no file \"" + path + "\" in the workspace."));
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("content", content(path, text, context.text("parser").orElse("")));
        return new ActionResult.Done(outputs);
    }

    private static @Nullable Object content(String path, String text, String parser) {
        try {
            return switch (parser) {
                case "json" -> JsonDocuments.read(path, text);
                case "yaml" ->
                    YamlReader.core().document(path, text).map(YamlValue::plain).orElse(null);
                case "multiyaml" ->
                    YamlReader.core().documents(path, text).stream()
                            .map(YamlValue::plain)
                            .toList();
                default -> text;
            };
        } catch (YamlException e) {
            throw new ActionException(String.valueOf(e.getMessage()), e);
        }
    }
}
