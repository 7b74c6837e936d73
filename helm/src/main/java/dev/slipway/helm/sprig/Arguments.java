package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.GoObject;
import dev.slipway.gotemplate.GoValues;
import dev.slipway.helm.format.Values;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Arguments as the types that a function's signature promises, and what Sprig makes of any value. */
final class Arguments {

    private Arguments() {}

    static String text(List<@Nullable Object> arguments, int index) {
        return (String) Objects.requireNonNull(arguments.get(index));
    }

    static long whole(List<@Nullable Object> arguments, int index) {
        return ((Number) Objects.requireNonNull(arguments.get(index))).longValue();
    }

    /** @throws FunctionException if it does not fit an int of Java, which no length does */
    static int small(List<@Nullable Object> arguments, int index) {
        long value = whole(arguments, index);
        if (value != (int) value) {
            throw new FunctionException("the number " + value + " is too large");
        }
        return (int) value;
    }

    static Map<String, @Nullable Object> map(List<@Nullable Object> arguments, int index) {
        return Objects.requireNonNull(Values.map(arguments.get(index)));
    }

    /** A list, or null when it is something else. */
    static @Nullable List<@Nullable Object> listOrNull(@Nullable Object value) {
        return Values.list(value);
    }

    /** @throws FunctionException in Sprig's words when it is no list */
    static List<@Nullable Object> list(@Nullable Object value, String doing) {
        List<@Nullable Object> list = Values.list(value);
        if (list == null) {
            throw new FunctionException("Cannot " + doing + " on type " + kindForMessage(value));
        }
        return list;
    }

    private static String kindForMessage(@Nullable Object value) {
        return GoValues.kind(value);
    }

    /** Sprig's {@code strval}: a text as it is, bytes decoded, anything else as Go prints it. */
    static String string(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case GoObject object -> object.print();
            case null, default -> GoValues.print(value);
        };
    }

    /** Sprig's {@code strslice}: the texts of a list without nils, or the one text. */
    static List<String> strings(@Nullable Object value) {
        List<@Nullable Object> list = Values.list(value);
        if (list != null) {
            return list.stream().filter(Objects::nonNull).map(Arguments::string).toList();
        }
        return value == null ? List.of() : List.of(string(value));
    }

    /** Sprig's {@code empty}: nil, false, zero, and what has no entries. */
    static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Map<?, ?> map -> map.isEmpty();
            case List<?> list -> list.isEmpty();
            case byte[] bytes -> bytes.length == 0;
            case String text -> text.isEmpty();
            case Boolean truth -> !truth;
            case Double number -> number == 0;
            case Number number -> number.longValue() == 0;
            default -> false;
        };
    }
}
