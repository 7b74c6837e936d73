package dev.slipway.catalog.ingest;

import dev.slipway.catalog.store.EntityRow;
import dev.slipway.catalog.store.EntityRow.Written;
import dev.slipway.catalog.store.Terms;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityJson;
import dev.slipway.entities.Relation;
import dev.slipway.entities.RelationType;
import dev.slipway.entities.Relations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the row of an entity. */
final class Rows {

    /** PostgreSQL's limit on what a text search vector may hold is a mebibyte. */
    private static final int LONGEST_PROSE = 20_000;

    private Rows() {}

    static EntityRow of(Entity entity, int source, UUID chunk, PublishedDocuments documents) {
        UUID uid = PublishedDocuments.uidOf(entity);
        Map<String, @Nullable Object> document = documents.of(entity, uid, chunk);
        List<Relation> relations = Relations.of(entity);
        String owner = target(entity, relations, RelationType.OWNED_BY);
        return new EntityRow(
                entity.ref(),
                uid,
                source,
                chunk,
                entity.ref().name(),
                entity.title().orElse(null),
                lower(entity, "type"),
                lower(entity, "lifecycle"),
                owner,
                target(entity, relations, RelationType.PART_OF),
                entity.tags(),
                EntityJson.of(document),
                Terms.of(document),
                new Written(
                        written(entity.kind()),
                        entity.text("spec", "type").map(Rows::written).orElse(null),
                        entity.text("spec", "lifecycle").map(Rows::written).orElse(null)),
                Words.of(entity.name() + " " + brief(entity.label().orElse(""))),
                Words.of(entity.kind() + " " + (owner == null ? "" : nameOf(owner)) + " "
                        + brief(String.join(" ", entity.tags()))),
                Words.of(brief(entity.description().orElse(""))),
                relations);
    }

    private static @Nullable String written(String text) {
        return text.equals(text.toLowerCase(Locale.ROOT)) ? null : text;
    }

    private static @Nullable String lower(Entity entity, String field) {
        return entity.text("spec", field)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .orElse(null);
    }

    private static @Nullable String target(Entity entity, List<Relation> relations, RelationType type) {
        for (Relation relation : relations) {
            if (relation.type() == type && relation.source().equals(entity.ref())) {
                return relation.target().toString();
            }
        }
        return null;
    }

    private static String nameOf(String ref) {
        return ref.substring(ref.indexOf('/') + 1);
    }

    private static String brief(String text) {
        return text.length() <= LONGEST_PROSE ? text : text.substring(0, LONGEST_PROSE);
    }
}
