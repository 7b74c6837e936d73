package dev.slipway.scaffolder.catalog;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.entities.EntityRef;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code catalog:fetch}: entities as the catalog's API answers them, for whom the run acts for. */
@Component
class FetchEntities extends DescribedAction {

    private final Catalog catalog;
    private final Permissions permissions;

    FetchEntities(Catalog catalog, Permissions permissions) {
        super(KnownActions.describe("catalog:fetch"));
        this.catalog = catalog;
        this.permissions = permissions;
    }

    @Override
    public ActionResult run(ActionContext context) {
        permissions.require(Actors.of(context.run()), Permission.VIEW, null);
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        context.text("entityRef").ifPresent(ref -> outputs.put("entity", entity(context, ref)));
        if (context.input().get("entityRefs") != null) {
            List<@Nullable Object> entities = new ArrayList<>();
            context.texts("entityRefs").forEach(ref -> entities.add(entity(context, ref)));
            outputs.put("entities", entities);
        }
        if (outputs.isEmpty() && !context.flag("optional")) {
            throw new ActionException("The input names no entity: give entityRef or entityRefs.");
        }
        return new ActionResult.Done(outputs);
    }

    private @Nullable Object entity(ActionContext context, String written) {
        EntityRef ref = ref(context, written);
        CatalogEntity entity = catalog.find(ref).orElse(null);
        if (entity == null && !context.flag("optional")) {
            throw new ActionException("The catalog has no entity \"" + ref + "\".");
        }
        return entity == null ? null : JsonMapper.shared().readValue(entity.declared(), Map.class);
    }

    private static EntityRef ref(ActionContext context, String written) {
        try {
            return EntityRef.parse(
                    written,
                    context.text("defaultKind").orElse(""),
                    context.text("defaultNamespace").orElse("default"));
        } catch (IllegalArgumentException e) {
            throw new ActionException(
                    "\"" + written + "\" is no entity: expected kind:namespace/name. " + e.getMessage(), e);
        }
    }
}
