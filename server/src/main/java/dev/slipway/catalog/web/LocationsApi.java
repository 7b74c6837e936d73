package dev.slipway.catalog.web;

import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.CatalogLocation;
import dev.slipway.catalog.Locations;
import dev.slipway.catalog.web.LocationShapes.Item;
import dev.slipway.catalog.web.LocationShapes.Location;
import dev.slipway.catalog.web.LocationShapes.Registered;
import dev.slipway.catalog.web.LocationShapes.Target;
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
import org.springframework.web.bind.annotation.PutMapping;
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

    @GetMapping
    @Access(Permission.VIEW)
    List<Item> all() {
        return locations.all().stream().map(Location::of).map(Item::new).toList();
    }

    /** A location that is registered already is refused, unless it is to be read again. */
    @PostMapping
    @Access(Permission.CREATE_SERVICE)
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(
            @RequestBody Target body,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "reject") String onConflict) {
        String target = body.url("");
        boolean exists =
                locations.all().stream().anyMatch(location -> location.target().equals(target));
        if (exists && !dryRun && !onConflict.equals("refresh")) {
            throw new CatalogException(
                    ProblemCode.CONFLICT,
                    Problem.at("target", "\"" + target + "\" is registered already.")
                            .next("Have it read again with onConflict=refresh."));
        }
        List<Map<String, @Nullable Object>> entities =
                locations.look(target).stream().map(Entity::document).toList();
        CatalogLocation location = dryRun
                ? new CatalogLocation(UUID.randomUUID(), "url", target)
                : locations.register(target, actor.get());
        return new Registered(Location.of(location), entities, exists);
    }

    @GetMapping("/{id}")
    @Access(Permission.VIEW)
    Location one(@PathVariable UUID id) {
        return locations
                .find(id)
                .map(Location::of)
                .orElseThrow(() -> unknown("There is no registered location " + id + "."));
    }

    @PutMapping("/{id}")
    @Access(Permission.CREATE_SERVICE)
    Location change(@PathVariable UUID id, @RequestBody Target body) {
        return Location.of(locations.change(id, body.url(""), actor.get()));
    }

    @DeleteMapping("/{id}")
    @Access(Permission.CREATE_SERVICE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        locations.remove(id, actor.get());
    }

    @GetMapping("/by-entity/{kind}/{namespace}/{name}")
    @Access(Permission.VIEW)
    Location of(@PathVariable String kind, @PathVariable String namespace, @PathVariable String name) {
        EntityRef ref = Questions.ref(kind, namespace, name);
        return locations
                .of(ref)
                .map(Location::of)
                .orElseThrow(() -> unknown("The catalog does not know \"" + ref + "\"."));
    }

    private static CatalogException unknown(String message) {
        return new CatalogException(ProblemCode.NOT_FOUND, Problem.of(message));
    }
}
