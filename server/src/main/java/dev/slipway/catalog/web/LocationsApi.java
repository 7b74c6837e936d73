package dev.slipway.catalog.web;

import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.CatalogLocation;
import dev.slipway.catalog.Locations;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityRef;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registered locations, as Backstage's catalog answers them. */
@RestController
@RequestMapping("/api/catalog/locations")
class LocationsApi {

    private final Locations locations;
    private final CurrentActor actor;

    LocationsApi(Locations locations, CurrentActor actor) {
        this.locations = locations;
        this.actor = actor;
    }

    /** What is to be registered; the type is {@code url}. */
    record NewLocation(@Nullable String type, @Nullable String target) {}

    /** An item of the list. */
    record Item(CatalogLocation data) {}

    /**
     * What was registered, or would be.
     *
     * @param exists whether it was registered before
     */
    record Registered(CatalogLocation location, List<Map<String, @Nullable Object>> entities, boolean exists) {}

    @GetMapping
    @Access(Permission.VIEW)
    List<Item> all() {
        return locations.all().stream().map(Item::new).toList();
    }

    @PostMapping
    @Access(Permission.CREATE_SERVICE)
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(@RequestBody NewLocation body, @RequestParam(defaultValue = "false") boolean dryRun) {
        String target = target(body);
        boolean exists =
                locations.all().stream().anyMatch(location -> location.target().equals(target));
        List<Map<String, @Nullable Object>> entities =
                locations.look(target).stream().map(Entity::document).toList();
        CatalogLocation location = dryRun
                ? new CatalogLocation(UUID.randomUUID(), "url", target)
                : locations.register(target, actor.get());
        return new Registered(location, entities, exists);
    }

    private static String target(NewLocation body) {
        if (body.type() != null && !body.type().equals("url")) {
            throw invalid("type", "\"" + body.type() + "\" is not a type of location.", "url");
        }
        if (body.target() == null || body.target().isBlank()) {
            throw invalid("target", "No target is given.", "the URL of a catalog-info.yaml");
        }
        return body.target().strip();
    }

    @GetMapping("/{id}")
    @Access(Permission.VIEW)
    CatalogLocation one(@PathVariable UUID id) {
        return locations.find(id).orElseThrow(() -> unknown("There is no registered location " + id + "."));
    }

    @DeleteMapping("/{id}")
    @Access(Permission.CREATE_SERVICE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        locations.remove(id, actor.get());
    }

    @GetMapping("/by-entity/{kind}/{namespace}/{name}")
    @Access(Permission.VIEW)
    CatalogLocation of(@PathVariable String kind, @PathVariable String namespace, @PathVariable String name) {
        EntityRef ref = Questions.ref(kind, namespace, name);
        return locations.of(ref).orElseThrow(() -> unknown("The catalog does not know \"" + ref + "\"."));
    }

    private static CatalogException unknown(String message) {
        return new CatalogException(ProblemCode.NOT_FOUND, Problem.of(message));
    }

    private static CatalogException invalid(String where, String message, String expected) {
        return new CatalogException(
                ProblemCode.INVALID, Problem.at(where, message).expecting(expected));
    }
}
