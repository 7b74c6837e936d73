package dev.slipway.catalog.web;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.entities.EntityFields;
import dev.slipway.entities.EntityPredicate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Whether a predicate holds for an entity that has been read already. */
final class Matching {

    private static final JsonMapper JSON = new JsonMapper();

    private Matching() {}

    static boolean holds(EntityPredicate predicate, CatalogEntity entity) {
        return predicate.matches(fields(entity));
    }

    private static Map<String, Set<String>> fields(CatalogEntity entity) {
        Map<String, @Nullable Object> document = JSON.readValue(entity.declared(), new TypeReference<>() {});
        Map<String, Set<String>> fields = EntityFields.of(document);
        entity.relations()
                .forEach(relation -> fields.computeIfAbsent(
                                "relations." + relation.type().toLowerCase(Locale.ROOT), _ -> new HashSet<>())
                        .add(relation.target().toString()));
        return fields;
    }
}
