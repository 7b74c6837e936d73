package dev.slipway.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.catalog.Locations;
import dev.slipway.catalog.web.LocationShapes.Location;
import dev.slipway.entities.EntityPredicate;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Registered locations by pages, asked for by a predicate. People register them, so there are few: memory compares them. */
@RestController
class LocationPagesApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 1000;
    private static final Set<String> FIELDS = Set.of("id", "type", "target", "entityref");

    private final Locations locations;

    LocationPagesApi(Locations locations) {
        this.locations = locations;
    }

    /**
     * A question, or where one goes on.
     *
     * @param query a predicate on id, type, target and entityRef; null for every location
     * @param cursor of the page before; then the rest does not count
     */
    record Question(
            @Nullable Object query,
            @Nullable Integer limit,
            @Nullable String cursor) {}

    /** @param after the last location's id of the page before; null before the first page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            @Nullable Object query, int limit, @Nullable String after) {

        String encoded() {
            return Base64.getEncoder()
                    .encodeToString(JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PageInfo(@Nullable String nextCursor) {}

    record Page(List<Location> items, int totalItems, PageInfo pageInfo) {}

    /** Nothing is made: it only asks. */
    @PostMapping("/api/catalog/locations/by-query")
    @Access(value = Permission.VIEW, onlyAnswers = true)
    @ResponseStatus(HttpStatus.OK)
    Page byQuery(@RequestBody Question question) {
        Place place = question.cursor() == null
                ? new Place(question.query(), question.limit() == null ? PAGE : question.limit(), null)
                : decoded(question.cursor());
        if (place.limit() < 1) {
            throw Questions.invalid("limit", place.limit() + " is not a number of locations.", "a number from 1");
        }
        EntityPredicate predicate = predicate(place.query());
        List<Location> all = locations.all().stream()
                .map(Location::of)
                .filter(location -> predicate.matches(fields(location)))
                .sorted(Comparator.comparing(location -> location.id().toString()))
                .toList();
        List<Location> rest = all.stream()
                .filter(location ->
                        place.after() == null || location.id().toString().compareTo(place.after()) > 0)
                .toList();
        List<Location> items = rest.subList(0, Math.min(rest.size(), place.limit()));
        String next = items.size() == rest.size()
                ? null
                : new Place(place.query(), place.limit(), items.getLast().id().toString()).encoded();
        return new Page(items, all.size(), new PageInfo(next));
    }

    private static EntityPredicate predicate(@Nullable Object query) {
        EntityPredicate predicate = query == null ? EntityPredicate.everything() : Questions.predicate(query);
        predicate.fields().filter(field -> !FIELDS.contains(field)).findFirst().ifPresent(field -> {
            throw Questions.invalid(
                    "query", "Locations have no field \"" + field + "\".", "id, type, target or entityRef");
        });
        return predicate;
    }

    private static Map<String, Set<String>> fields(Location location) {
        return Map.of(
                "id", Set.of(location.id().toString()),
                "type", Set.of(location.type()),
                "target", Set.of(location.target().toLowerCase(Locale.ROOT)),
                "entityref", Set.of(location.entityRef()));
    }

    private static Place decoded(String cursor) {
        try {
            Place place = JSON.readValue(Base64.getDecoder().decode(cursor), Place.class);
            if (place != null) {
                return place;
            }
        } catch (IllegalArgumentException | JacksonException e) {
            // said below
        }
        throw Questions.invalid("cursor", "This is not a cursor of the catalog.", "the nextCursor of a page");
    }
}
