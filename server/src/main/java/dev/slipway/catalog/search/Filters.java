package dev.slipway.catalog.search;

import static java.util.stream.Collectors.joining;

import dev.slipway.catalog.store.Terms;
import dev.slipway.entities.EntityFilter;
import dev.slipway.entities.EntityFilter.Condition;
import dev.slipway.entities.RelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Filters as conditions on {@code catalog_entities e}. */
final class Filters {

    private static final String RELATIONS = "relations.";

    /** What may stand in a statement's text as it is. */
    private static final Pattern KIND = Pattern.compile("[a-z0-9._-]+");

    private Filters() {}

    static Sql of(EntityFilter filter) {
        if (filter.alternatives().isEmpty()) {
            return Sql.of("true");
        }
        Sql any = Sql.joined(
                " or ", filter.alternatives().stream().map(Filters::all).toList());
        return new Sql("(" + any.text() + ")", any.parameters());
    }

    /**
     * What asks for one term each is one question to the index. References begin with the kind: who asks for one kind in
     * their order need not walk past the others.
     */
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
                String value = condition.values().iterator().next();
                terms.add(Terms.of(condition.field(), value));
                if (condition.field().equals("kind") && KIND.matcher(value).matches()) {
                    conditions.add(Sql.of("e.ref >= '" + value + ":' and e.ref < '" + value + ";'"));
                }
            } else {
                conditions.add(Sql.of("e.terms && "
                        + array(condition.values().stream()
                                .map(value -> Terms.of(condition.field(), value))
                                .toList())));
            }
        }
        if (!terms.isEmpty()) {
            conditions.addFirst(Sql.of("e.terms @> " + array(terms)));
        }
        Sql all = Sql.joined(" and ", conditions);
        return new Sql("(" + all.text() + ")", all.parameters());
    }

    /**
     * Written out, as is the kind: a plan for any terms would be a bad one for most, as some have half of all entities and some
     * have one.
     */
    private static String array(List<Long> terms) {
        return terms.stream().map(String::valueOf).collect(joining(",", "'{", "}'::bigint[]"));
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
