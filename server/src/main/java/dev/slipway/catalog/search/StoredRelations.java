package dev.slipway.catalog.search;

import dev.slipway.catalog.CatalogEntity.EntityRelation;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.RelationType;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The relations of an entity as one array of texts, so that a list of entities needs neither a second question nor a row for
 * each relation: the type's digit, {@code 0} where the entity is the source and {@code 1} where it is the target, the other's
 * reference, and {@code ?} if the catalog does not know that one. Sorted, they are in the order of type, direction, reference.
 */
final class StoredRelations {

    /** Answers the array for {@code e}; null without relations. */
    static final String OF_ENTITY = """
            select array_agg(distinct other.way || r.ref || case when known.id is null then '?' else '' end)
            from (select type || '0', target from catalog_relations where source = e.id
                union all select type || '1', source from catalog_relations where target = e.id) as other (way, id)
            join catalog_refs r on r.id = other.id left join catalog_entities known on known.id = other.id""";

    private StoredRelations() {}

    static List<EntityRelation> read(@Nullable Array array) throws SQLException {
        if (array == null) {
            return List.of();
        }
        String[] texts = (String[]) array.getArray();
        List<EntityRelation> relations = new ArrayList<>(texts.length);
        for (String text : texts) {
            relations.add(relation(text));
        }
        return relations;
    }

    private static EntityRelation relation(String text) {
        RelationType type = RelationType.numbered(text.charAt(0) - '0');
        boolean exists = !text.endsWith("?");
        return new EntityRelation(
                text.charAt(1) == '0' ? type.forward() : type.inverse(),
                EntityRef.parse(text.substring(2, exists ? text.length() : text.length() - 1), ""),
                exists);
    }
}
