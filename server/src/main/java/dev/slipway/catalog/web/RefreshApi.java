package dev.slipway.catalog.web;

import dev.slipway.catalog.Locations;
import dev.slipway.entities.Chunk;
import dev.slipway.entities.EntityReader;
import dev.slipway.entities.Includes;
import dev.slipway.entities.Reading;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Has entities read again, and says whether one would be taken, as Backstage's catalog does. */
@RestController
@RequestMapping("/api/catalog")
class RefreshApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String URL = "url:";

    private final Locations locations;

    RefreshApi(Locations locations) {
        this.locations = locations;
    }

    /** Which entity. */
    record RefreshBody(@Nullable String entityRef) {}

    /**
     * An entity that may lie at a location some day.
     *
     * @param location the file that its placeholders are relative to, as {@code url:…}
     */
    record ValidateBody(@Nullable Object entity, @Nullable String location) {}

    /**
     * What is wrong with an entity, in Backstage's shape; nothing when it is good.
     *
     * @param errors each with a name, which is always the same, and a message
     */
    record Verdict(List<Finding> errors) {
        record Finding(String name, String message) {}
    }

    @PostMapping("/refresh")
    @Access(Permission.VIEW)
    @ResponseStatus(HttpStatus.OK)
    void refresh(@RequestBody RefreshBody body) {
        locations.refresh(Questions.ref(body.entityRef() == null ? "" : body.entityRef()));
    }

    @PostMapping("/validate-entity")
    @Access(value = Permission.VIEW, onlyAnswers = true)
    ResponseEntity<Verdict> validate(@RequestBody ValidateBody body) {
        EntityReader reader = new EntityReader("entity", includes(body.location()));
        return switch (reader.read(new Chunk(1, JSON.writeValueAsString(body.entity())))) {
            case Reading.Taken _ -> ResponseEntity.ok(new Verdict(List.of()));
            case Reading.Refused refused ->
                ResponseEntity.badRequest()
                        .body(new Verdict(refused.problems().stream()
                                .map(problem -> new Verdict.Finding("InputError", problem.withoutPlace()))
                                .toList()));
        };
    }

    private Includes includes(@Nullable String location) {
        return location == null || !location.startsWith(URL)
                ? Includes.NONE
                : locations.includesAt(location.substring(URL.length()));
    }
}
