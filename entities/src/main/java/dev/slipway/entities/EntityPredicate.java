package dev.slipway.entities;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question about one entity's fields ({@link EntityFields}, and {@code relations.<type>} with the references as values),
 * answered yes or no. Source of the meaning: Backstage's catalog-backend, {@code applyPredicateEntityFilterToQuery}.
 */
public sealed interface EntityPredicate {

    /** Every entity. */
    static EntityPredicate everything() {
        return new All(List.of());
    }

    /** All of the parts hold; none is true. */
    record All(List<EntityPredicate> parts) implements EntityPredicate {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of the parts holds; none is false. */
    record Any(List<EntityPredicate> parts) implements EntityPredicate {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold. */
    record Not(EntityPredicate part) implements EntityPredicate {}

    /** The field is there, whatever it holds. */
    record Exists(String field) implements EntityPredicate {
        public Exists {
            field = lower(field);
        }
    }

    /** The field has one of the values; none is false. */
    record Has(String field, Set<String> values) implements EntityPredicate {
        public Has {
            field = lower(field);
            values = values.stream().map(EntityPredicate::lower).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** A value of the field begins like this. */
    record Prefix(String field, String prefix) implements EntityPredicate {
        public Prefix {
            field = lower(field);
            prefix = lower(prefix);
        }
    }

    /** Whether it holds for an entity with these fields. */
    default boolean matches(Map<String, Set<String>> fields) {
        return switch (this) {
            case All all -> all.parts().stream().allMatch(part -> part.matches(fields));
            case Any any -> any.parts().stream().anyMatch(part -> part.matches(fields));
            case Not not -> !not.part().matches(fields);
            case Exists exists -> fields.containsKey(exists.field());
            case Has has -> values(fields, has.field()).anyMatch(has.values()::contains);
            case Prefix prefix -> values(fields, prefix.field()).anyMatch(value -> value.startsWith(prefix.prefix()));
        };
    }

    /** The fields that it asks for. */
    default Stream<String> fields() {
        return switch (this) {
            case All all -> all.parts().stream().flatMap(EntityPredicate::fields);
            case Any any -> any.parts().stream().flatMap(EntityPredicate::fields);
            case Not not -> not.part().fields();
            case Exists exists -> Stream.of(exists.field());
            case Has has -> Stream.of(has.field());
            case Prefix prefix -> Stream.of(prefix.field());
        };
    }

    private static Stream<String> values(Map<String, Set<String>> fields, String field) {
        return fields.getOrDefault(field, Set.of()).stream();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
