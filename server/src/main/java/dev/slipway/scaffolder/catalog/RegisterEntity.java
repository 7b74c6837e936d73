package dev.slipway.scaffolder.catalog;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.Locations;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityRef;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.builtin.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code catalog:register}: ends when the catalog knows the entity. A file that the catalog would not find by itself is
 * registered as a location; the others need none, which would only have to be removed with their repository.
 */
@Component
class RegisterEntity implements Action {

    private final Catalog catalog;
    private final Locations locations;
    private final RepositoryAddresses addresses;

    RegisterEntity(Catalog catalog, Locations locations, RepositoryAddresses addresses) {
        this.catalog = catalog;
        this.locations = locations;
        this.addresses = addresses;
    }

    @Override
    public String id() {
        return "catalog:register";
    }

    @Override
    public String description() {
        return "Registers the entities of a file in the catalog";
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.object(
                "repoContentsUrl",
                "string",
                "catalogInfoPath",
                "string",
                "catalogInfoUrl",
                "string",
                "optional",
                "boolean");
    }

    @Override
    public Map<String, Object> outputSchema() {
        return Schemas.object("entityRef", "string", "*catalogInfoUrl", "string");
    }

    @Override
    public boolean reachesOutside() {
        return true;
    }

    @Override
    public String afterAKill() {
        return "A location that the catalog reads already, this run's or another's, is not registered again.";
    }

    @Override
    public ActionResult run(ActionContext context) {
        String url = EntityUrl.of(context, addresses);
        try {
            return register(context, url);
        } catch (CatalogException e) {
            if (!context.flag("optional") || e.code() != ProblemCode.INVALID) {
                throw e;
            }
            context.log("Not registered: " + e.getMessage());
            return done(url, null);
        }
    }

    private ActionResult register(ActionContext context, String url) {
        EntityRef ref = main(locations.look(url), url).ref();
        Locations.Target target = locations.target(url);
        if (!target.read()) {
            locations.register(id(context, url), url, Actors.of(context.run()));
        }
        CatalogEntity known = catalog.find(ref).orElse(null);
        if (known == null || known.source().repository().isEmpty()) {
            return new ActionResult.Waiting("The catalog has not read " + url + " yet");
        }
        if (!target.names(known.source())) {
            throw new ActionException("\"" + ref + "\" is declared in "
                    + known.source().path() + " of " + known.source().repository()
                    + " already, and the first stays. Give the entity of " + url + " another name.");
        }
        context.log("The catalog knows " + ref);
        return done(url, ref);
    }

    /** The one that the outputs name: a file's first component, or what comes first in it. */
    private static Entity main(List<Entity> entities, String url) {
        return entities.stream()
                .filter(entity -> entity.ref().kind().equals("component"))
                .findFirst()
                .or(() -> entities.stream().findFirst())
                .orElseThrow(() -> new ActionException("There is no entity in " + url + "."));
    }

    private static ActionResult done(String url, @Nullable EntityRef ref) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("catalogInfoUrl", url);
        if (ref != null) {
            outputs.put("entityRef", ref.toString());
        }
        return new ActionResult.Done(outputs);
    }

    /** The same for the same run, so that it is registered once, and what somebody else registered is left alone. */
    private static UUID id(ActionContext context, String url) {
        String name = context.key() + "/" + url;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void undo(ActionContext context) {
        UUID id = id(context, EntityUrl.of(context, addresses));
        if (locations.find(id).isPresent()) {
            locations.remove(id, Actors.of(context.run()));
            context.log("Removed the location again");
        }
    }
}
