package dev.slipway.catalog.search;

import static java.util.stream.Collectors.joining;

import dev.slipway.catalog.store.Terms;
import dev.slipway.entities.EntityPredicate;
import dev.slipway.entities.EntityPredicate.All;
import dev.slipway.entities.EntityPredicate.Any;
import dev.slipway.entities.EntityPredicate.Exists;
import dev.slipway.entities.EntityPredicate.Has;
import dev.slipway.entities.EntityPredicate.Not;
import dev.slipway.entities.EntityPredicate.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Predicates as conditions on {@code catalog_entities e}. A condition may be null where it is false, but not under a negation:
 * there every part says true or false, and what terms say is looked up in the document, since two fields may share a term.
 */
final class Filters {

    private static final Sql TRUE = Sql.of("true");
    private static final Sql FALSE = Sql.of("false");

    /** What may stand in a statement's text as it is. */
    private static final Pattern KIND = Pattern.compile("[a-z0-9._-]+");

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9 ._:@/-]+");

    private final boolean negated;

    private Filters(boolean negated) {
        this.negated = negated;
    }

    static Sql of(EntityPredicate predicate) {
        return new Filters(false).sql(predicate);
    }

    private Sql sql(EntityPredicate predicate) {
        return switch (predicate) {
            case All all -> all(all.parts());
            case Any any ->
                joined(" or ", FALSE, any.parts().stream().map(this::sql).toList());
            case Not not -> new Filters(!negated).sql(not.part()).within("not ");
            case Exists exists -> exists(exists.field());
            case Has has -> has(has);
            case Prefix prefix -> prefix(prefix);
        };
    }

    /**
     * What asks for one term each is one question to the index. References begin with the kind: who asks for one kind in
     * their order need not walk past the others, and the index need not read through all that are of that kind.
     */
    private Sql all(List<EntityPredicate> parts) {
        List<Long> terms = new ArrayList<>();
        List<Sql> conditions = new ArrayList<>();
        for (EntityPredicate part : parts) {
            if (!negated && part instanceof Exists(String field) && !RelationFilters.isOne(field)) {
                terms.add(Terms.of(field));
            } else if (!negated && part instanceof Has(String field, Set<String> values) && hasTerm(field, values)) {
                String value = values.iterator().next();
                if (field.equals("kind") && KIND.matcher(value).matches()) {
                    conditions.add(Sql.of("e.ref >= '" + value + ":' and e.ref < '" + value + ";'"));
                } else {
                    terms.add(Terms.of(field, value));
                }
            } else if (!part.equals(EntityPredicate.everything())) {
                conditions.add(sql(part));
            }
        }
        if (!terms.isEmpty()) {
            conditions.addFirst(Sql.of("e.terms @> " + array(terms)));
        }
        return joined(" and ", TRUE, conditions);
    }

    /**
     * Written out, as is the kind: a plan for any terms would be a bad one for most, as some have half of all entities and some
     * have one.
     */
    private static String array(List<Long> terms) {
        return terms.stream().map(String::valueOf).collect(joining(",", "'{", "}'::bigint[]"));
    }

    private static boolean hasTerm(String field, Set<String> values) {
        return values.size() == 1 && !RelationFilters.isOne(field) && !Terms.lackValuesOf(field);
    }

    private Sql exists(String field) {
        if (RelationFilters.isOne(field)) {
            return RelationFilters.any(field);
        }
        return negated ? checked(term(field), field, Fields.isThere(field), Fields.found(field, TRUE)) : term(field);
    }

    private static Sql term(String field) {
        return Sql.of("e.terms @> " + array(List.of(Terms.of(field))));
    }

    private Sql has(Has has) {
        if (has.values().isEmpty()) {
            return FALSE;
        }
        if (RelationFilters.isOne(has.field())) {
            return RelationFilters.to(has.field(), has.values());
        }
        Sql terms = Sql.of("e.terms && "
                + array(has.values().stream()
                        .map(value -> Terms.of(has.field(), value))
                        .toList()));
        Sql among = Sql.of(" = any (?)", (Object) has.values().toArray(String[]::new));
        Sql same = Fields.brief(has.field()).then(among);
        if (Terms.lackValuesOf(has.field())) {
            return negated ? same.orFalse() : same;
        }
        Sql found = Fields.found(has.field(), Sql.of("value").then(among).or(Sql.of("value ~ '[^\\x01-\\x7f]'")));
        return negated ? checked(terms, has.field(), same, found) : terms;
    }

    /**
     * @param quick says yes for nearly all; otherwise the whole document is walked through
     */
    private static Sql checked(Sql terms, String field, Sql quick, Sql thorough) {
        return field.chars().allMatch(character -> character < 0x80)
                ? terms.and(quick.orFalse().or(thorough))
                : terms;
    }

    private Sql prefix(Prefix prefix) {
        if (RelationFilters.isOne(prefix.field())) {
            return RelationFilters.startingWith(prefix.field(), prefix.prefix());
        }
        Sql start = Sql.of(", ?)", prefix.prefix());
        Sql quick = Sql.of("starts_with(").then(Fields.brief(prefix.field())).then(start);
        if (Fields.isColumn(prefix.field())) {
            return quick;
        }
        Sql thorough = Fields.found(prefix.field(), Sql.of("starts_with(value").then(start));
        return term(prefix.field())
                .and(mentioned(prefix.prefix()))
                .and(quick.orFalse().or(thorough));
    }

    /** Sorts out most documents before one is walked through: what JSON does not write in another way is in its text. */
    private static Sql mentioned(String prefix) {
        return PLAIN.matcher(prefix).matches() && !"true".startsWith(prefix)
                ? Sql.of("position(? in catalog_lower(e.document)) > 0", prefix)
                : TRUE;
    }

    private static Sql joined(String separator, Sql none, List<Sql> parts) {
        return switch (parts.size()) {
            case 0 -> none;
            case 1 -> parts.getFirst();
            default -> Sql.joined(separator, parts).within("");
        };
    }
}
