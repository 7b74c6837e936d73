package dev.slipway.scaffolding.builtin.data;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.known.KnownActions;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Merges values into a JSON or YAML file. */
final class MergeAction extends DescribedAction {

    private final Form form;

    /** What the file is written in. */
    enum Form {
        JSON,
        YAML,
        /** What the file's name ends in says. */
        BY_NAME
    }

    MergeAction(String id, Form form) {
        super(KnownActions.describe(id));
        this.form = form;
    }

    @Override
    public ActionResult run(ActionContext context) {
        String path = context.text("path").orElseThrow();
        String merged = isJson(path) ? JsonMerge.of(context, path) : YamlMerge.of(context, path);
        FileMode mode = context.workspace().read(path).map(FileContent::mode).orElse(FileMode.REGULAR);
        context.workspace().write(path, new FileContent(merged.getBytes(StandardCharsets.UTF_8), mode));
        context.log("Merged into " + path);
        return new ActionResult.Done(Map.of("path", path));
    }

    private boolean isJson(String path) {
        return switch (form) {
            case JSON -> true;
            case YAML -> false;
            case BY_NAME -> {
                if (!path.matches("(?s).*\\.(json|ya?ml)")) {
                    throw new ActionException("\"" + path + "\" ends neither in .json nor in .yaml or .yml.");
                }
                yield path.endsWith(".json");
            }
        };
    }
}
