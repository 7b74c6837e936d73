package dev.slipway.catalog.search;

import dev.slipway.entities.RelationType;
import java.util.Set;

/** Conditions on the relations of {@code catalog_entities e}: the fields {@code relations.<type>}. */
final class RelationFilters {

    private static final String RELATIONS = "relations.";

    private RelationFilters() {}

    static boolean isOne(String field) {
        return field.startsWith(RELATIONS);
    }

    static Sql any(String field) {
        return related(field, Sql.of(""));
    }

    static Sql to(String field, Set<String> refs) {
        return related(field, Sql.of(" where ref = any (?)", (Object) refs.toArray(String[]::new)));
    }

    static Sql startingWith(String field, String prefix) {
        return related(field, Sql.of(" where starts_with(ref, ?)", prefix));
    }

    /** The references of the other sides, one a row. */
    static Sql others(String field) {
        String name = field.substring(RELATIONS.length());
        return RelationType.named(name)
                .map(type -> {
                    boolean forward = type.forward().equalsIgnoreCase(name);
                    return Sql.of(
                            "select distinct o.ref from catalog_relations r join catalog_refs o on o.id = r."
                                    + (forward ? "target where r.source" : "source where r.target")
                                    + " = e.id and r.type = ?",
                            type.number());
                })
                .orElse(Sql.of("select null where false"));
    }

    private static Sql related(String field, Sql others) {
        String name = field.substring(RELATIONS.length());
        RelationType type = RelationType.named(name).orElse(null);
        if (type == null) {
            return Sql.of("false");
        }
        boolean forward = type.forward().equalsIgnoreCase(name);
        String self = forward ? "source" : "target";
        Sql related = Sql.of(
                "e.id = any (array(select r." + self + " from catalog_relations r where r.type = ?", type.number());
        if (others.text().isEmpty()) {
            return related.then(Sql.of("))"));
        }
        return related.then(Sql.of(
                        " and r." + (forward ? "target" : "source") + " = any (array(select id from catalog_refs"))
                .then(others)
                .then(Sql.of("))))"));
    }
}
