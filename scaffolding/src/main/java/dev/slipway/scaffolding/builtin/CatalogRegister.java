package dev.slipway.scaffolding.builtin;

import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the entity that the workspace's catalog-info.yaml describes; repositories that the platform hosts are in its catalog by themselves. */
final class CatalogRegister extends DescribedAction {

    CatalogRegister() {
        super(KnownActions.describe("catalog:register"));
    }

    @Override
    public ActionResult run(ActionContext context) {
        String path =
                context.text("catalogInfoPath").orElse("/catalog-info.yaml").replaceFirst("^/+", "");
        Optional<YamlMap> entity = entity(context, path);
        if (entity.isEmpty() && !context.flag("optional")) {
            throw new ActionException("There is no entity in \"" + path + "\" to register.");
        }
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put(
                "catalogInfoUrl",
                context.text("catalogInfoUrl")
                        .orElse(context.text("repoContentsUrl").orElse("") + "/" + path));
        entity.ifPresent(map -> outputs.put("entityRef", reference(map)));
        context.log("Registered " + outputs.getOrDefault("entityRef", path));
        return new ActionResult.Done(outputs);
    }

    private static Optional<YamlMap> entity(ActionContext context, String path) {
        try {
            return context.workspace()
                    .tree()
                    .text(path)
                    .flatMap(text ->
                            YamlReader.core().documents(path, text).stream().findFirst())
                    .flatMap(YamlValue::asMap);
        } catch (YamlException e) {
            throw new ActionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String reference(YamlMap entity) {
        YamlMap metadata = entity.map("metadata").orElse(entity);
        return (entity.text("kind").orElse("Component") + ":"
                        + metadata.text("namespace").orElse("default") + "/"
                        + metadata.text("name").orElse(""))
                .toLowerCase(Locale.ROOT);
    }
}
