package dev.slipway.ui.problems;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people call the values of Java's types. */
final class TypeWords {

    private static final Set<Class<?>> WHOLE = Set.of(
            byte.class,
            short.class,
            int.class,
            long.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            BigInteger.class);

    private TypeWords() {}

    /** Empty for types whose own rules say it better. */
    static Optional<String> of(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of("one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")));
        }
        if (WHOLE.contains(type)) {
            return Optional.of("a whole number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of("true or false");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return Optional.of("a number");
        }
        if (type == UUID.class) {
            return Optional.of("an id such as 3f0c1a52-5d0e-4b8e-9a43-0d1c6f2b7e11");
        }
        return type == Instant.class ? Optional.of("a moment such as 2026-01-31T12:00:00Z") : Optional.empty();
    }

    /** Of a value in JSON. */
    static String inJson(Class<?> type) {
        if (type == String.class) {
            return "a text";
        }
        boolean list = type.isArray() || Collection.class.isAssignableFrom(type);
        boolean object = Map.class.isAssignableFrom(type) || type.isRecord();
        return of(type).orElse(list ? "a list" : object ? "an object" : "another kind of value");
    }
}
