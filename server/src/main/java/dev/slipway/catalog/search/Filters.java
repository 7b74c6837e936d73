package dev.slipway.catalog.search;

import dev.slipway.catalog.store.Terms;
import dev.slipway.entities.EntityFilter;
import dev.slipway.entities.EntityFilter.Condition;
import dev.slipway.entities.RelationType;
import java.util.ArrayList;
import java.util.List;

/** Filters as conditions on {@code catalog_entities e}. */
final class Filters {

    private static final String RELATIONS = "relations.";

    private Filters() {}

    static Sql of(EntityFilter filter) {
        if (filter.alternatives().isEmpty()) {
            return Sql.of("true");
        }
        Sql any = Sql.joined(
                " or ", filter.alternatives().stream().map(Filters::all).toList());
        return new Sql("(" + any.text() + ")", any.parameters());
    }

    /** What asks for one term each is one question to the index. */
    private static Sql all(EntityFilter.Alternative alternative) {
        List<Long> terms = new ArrayList<>();
        List<Sql> conditions = new ArrayList<>();
        for (Condition condition : alternative.conditions()) {
            if (condition.field().startsWith(RELATIONS)) {
                conditions.add(related(condition));
            } else if (condition.values().isEmpty()) {
                terms.add(Terms.of(condition.field()));
            } else if (Terms.lackValuesOf(condition.field())) {
                Sql value = Fields.value(condition.field());
                conditions.add(Sql.joined(" = any ", List.of(value, Sql.of("(?)", (Object) values(condition)))));
            } else if (condition.values().size() == 1) {
                terms.add(Terms.of(
                        condition.field(), condition.values().iterator().next()));
            } else {
                conditions.add(Sql.of("e.terms && ?", (Object) condition.values().stream()
                        .map(value -> Terms.of(condition.field(), value))
                        .toArray(Long[]::new)));
            }
        }
        if (!terms.isEmpty()) {
            conditions.addFirst(Sql.of("e.terms @> ?", (Object) terms.toArray(Long[]::new)));
        }
        Sql all = Sql.joined(" and ", conditions);
        return new Sql("(" + all.text() + ")", all.parameters());
    }

    private static Sql related(Condition condition) {
        String name = condition.field().substring(RELATIONS.length());
        RelationType type = RelationType.named(name).orElse(null);
        if (type == null) {
            return Sql.of("false");
        }
        boolean forward = type.forward().equalsIgnoreCase(name);
        String self = forward ? "source" : "target";
        String other = forward ? "target" : "source";
        String related = "e.id = any (array(select r." + self + " from catalog_relations r where r.type = ?";
        return condition.values().isEmpty()
                ? Sql.of(related + "))", type.number())
                : Sql.of(
                        related + " and r." + other
                                + " = any (array(select id from catalog_refs where ref = any (?)))))",
                        type.number(),
                        values(condition));
    }

    private static String[] values(Condition condition) {
        return condition.values().toArray(String[]::new);
    }
}
