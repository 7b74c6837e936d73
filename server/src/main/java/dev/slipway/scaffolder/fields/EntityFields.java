package dev.slipway.scaffolder.fields;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.EntityQuery;
import dev.slipway.entities.EntityPredicate;
import dev.slipway.entities.EntityPredicate.All;
import dev.slipway.entities.EntityPredicate.Has;
import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.Actor;
import dev.slipway.scaffolding.form.FormField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The entities that fields offer and take. */
@Component
public class EntityFields {

    /** How many entities are offered at a time. */
    public static final int AT_A_TIME = 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalog catalog;
    private final Belonging belonging;

    EntityFields(Catalog catalog, Belonging belonging) {
        this.catalog = catalog;
        this.belonging = belonging;
    }

    /** At most {@value #AT_A_TIME} that fit what was typed, one's own groups first. */
    public List<Suggestion> suggestions(FormField field, EntityWish wish, String typed, Actor actor) {
        EntityPredicate filter = filter(field, wish, actor);
        Map<String, Suggestion> found = new LinkedHashMap<>();
        if (typed.isBlank() && field.field().equals("OwnerPicker")) {
            own(filter, actor).forEach(entity -> found.put(entity.ref().toString(), suggestion(entity)));
        }
        found(filter, typed).forEach(entity -> found.putIfAbsent(entity.ref().toString(), suggestion(entity)));
        return found.values().stream().limit(AT_A_TIME).toList();
    }

    private Stream<CatalogEntity> own(EntityPredicate filter, Actor actor) {
        return belonging.groups(actor).stream()
                .limit(AT_A_TIME)
                .flatMap(group -> find(filter, EntityRef.parse(group, "group")).stream());
    }

    private List<CatalogEntity> found(EntityPredicate filter, String typed) {
        String term = typed.strip();
        List<CatalogEntity> exact = exact(filter, term);
        List<CatalogEntity> found = new ArrayList<>(exact);
        found.addAll(catalog.query(
                new EntityQuery(filter, term.isEmpty() ? null : term, List.of(), List.of(), null, 0, AT_A_TIME)));
        return found;
    }

    /** Of a whole reference, that entity. */
    private List<CatalogEntity> exact(EntityPredicate filter, String term) {
        if (!term.contains(":")) {
            return List.of();
        }
        try {
            return find(filter, EntityRef.parse(term, "")).stream().toList();
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    private EntityPredicate filter(FormField field, EntityWish wish, Actor actor) {
        return switch (field.field()) {
            case "OwnedEntityPicker" ->
                new All(List.of(wish.filter(), new Has("relations.ownedby", belonging.owners(actor))));
            case "MyGroupsPicker" ->
                new All(List.of(wish.filter(), new Has("relations.hasmember", Set.of(Belonging.person(actor)))));
            default -> wish.filter();
        };
    }

    private Optional<CatalogEntity> find(EntityPredicate filter, EntityRef ref) {
        EntityPredicate one = new All(List.of(
                filter,
                new Has("kind", Set.of(ref.kind())),
                new Has("metadata.namespace", Set.of(ref.namespace())),
                new Has("metadata.name", Set.of(ref.name()))));
        return catalog.query(new EntityQuery(one, null, List.of(), List.of(), null, 0, 1)).stream()
                .findFirst();
    }

    /** Whether the field takes this entity. */
    public boolean takes(FormField field, EntityWish wish, EntityRef ref, Actor actor) {
        return find(filter(field, wish, actor), ref).isPresent();
    }

    /** What people call the entity; empty when the catalog does not know it. */
    public Optional<Suggestion> known(EntityRef ref) {
        return catalog.find(ref).map(EntityFields::suggestion);
    }

    /** Tags that entities have and that begin like this, the most frequent first. */
    public List<Suggestion> tags(String typed) {
        return catalog.tags(typed.strip(), AT_A_TIME).stream()
                .map(facet -> new Suggestion(
                        facet.value(), "", facet.count() + (facet.count() == 1 ? " entity" : " entities")))
                .toList();
    }

    private static Suggestion suggestion(CatalogEntity entity) {
        JsonNode declared = JSON.readTree(entity.declared());
        String title = declared.path("metadata").path("title").asString("");
        String person =
                declared.path("spec").path("profile").path("displayName").asString("");
        String type = declared.path("spec").path("type").asString("");
        return new Suggestion(
                entity.ref().toString(),
                title.isEmpty() ? person : title,
                entity.ref().kind() + (type.isEmpty() ? "" : " · " + type));
    }
}
