package dev.slipway.entities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which entities are wanted. Any of the alternatives suffices, of one all conditions hold. Source of the grammar: Backstage's
 * documentation, "API", Filtering: {@code kind=component,spec.type=service} for both, the parameter repeated for either, a key
 * alone for existence; a key named twice in one takes either value. What is empty between commas asks for nothing.
 */
public record EntityFilter(List<Alternative> alternatives) {

    /** What takes every entity. */
    public static final EntityFilter ALL = new EntityFilter(List.of());

    public EntityFilter {
        alternatives = List.copyOf(alternatives);
    }

    /** Conditions that must all hold. */
    public record Alternative(List<Condition> conditions) {
        public Alternative {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * One field's condition.
     *
     * @param field as in {@link EntityFields}
     * @param values of which it has one; empty when it only has to be there
     */
    public record Condition(String field, Set<String> values) {
        public Condition {
            field = field.toLowerCase(Locale.ROOT);
            values = Set.copyOf(values);
        }
    }

    /**
     * Parses the values of the parameter {@code filter}.
     *
     * @throws IllegalArgumentException if one names no field, with a sentence
     */
    public static EntityFilter parse(List<String> parameters) {
        return new EntityFilter(parameters.stream()
                .map(EntityFilter::alternative)
                .filter(alternative -> !alternative.conditions().isEmpty())
                .toList());
    }

    private static Alternative alternative(String parameter) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (String part : parameter.split(",", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            String field = (equals < 0 ? part : part.substring(0, equals)).strip();
            if (field.isEmpty()) {
                throw new IllegalArgumentException(
                        "The filter \"" + Wording.brief(parameter) + "\" has a part that names no field.");
            }
            Set<String> wanted = values.computeIfAbsent(field, _ -> new LinkedHashSet<>());
            if (equals >= 0) {
                wanted.add(part.substring(equals + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        List<Condition> conditions = new ArrayList<>();
        values.forEach((field, wanted) -> conditions.add(new Condition(field, wanted)));
        return new Alternative(conditions);
    }

    /** The same as a predicate. */
    public EntityPredicate predicate() {
        return alternatives.isEmpty()
                ? EntityPredicate.everything()
                : new EntityPredicate.Any(
                        alternatives.stream().map(EntityFilter::all).toList());
    }

    private static EntityPredicate all(Alternative alternative) {
        return new EntityPredicate.All(
                alternative.conditions().stream().map(EntityFilter::holds).toList());
    }

    private static EntityPredicate holds(Condition condition) {
        return condition.values().isEmpty()
                ? new EntityPredicate.Exists(condition.field())
                : new EntityPredicate.Has(condition.field(), condition.values());
    }
}
