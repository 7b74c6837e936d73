package dev.slipway.template.value;

import dev.slipway.template.contract.Undefined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** JavaScript's conversions between values. */
public final class Values {

    private static final int DEEPEST = 100;

    private Values() {}

    /** A copy that a template may change, of plain values only. */
    public static @Nullable Object adopt(@Nullable Object value) {
        return adopt(value, 0);
    }

    private static @Nullable Object adopt(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("A value is nested more than " + DEEPEST + " levels deep.");
        }
        return switch (value) {
            case null -> null;
            case String _, Boolean _, Undefined _, Function _ -> value;
            case Number number -> Numbers.of(number.doubleValue());
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, item) -> copy.put(String.valueOf(key), adopt(item, depth + 1)));
                yield copy;
            }
            case Iterable<?> items -> {
                List<@Nullable Object> copy = new ArrayList<>();
                items.forEach(item -> copy.add(adopt(item, depth + 1)));
                yield copy;
            }
            default ->
                throw new IllegalArgumentException(
                        "A " + value.getClass().getSimpleName() + " is not a value that templates know.");
        };
    }

    /** {@code if (value)}. */
    public static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Undefined _ -> false;
            case Boolean b -> b;
            case Number n -> n.doubleValue() != 0 && !Double.isNaN(n.doubleValue());
            case String s -> !s.isEmpty();
            default -> true;
        };
    }

    public static boolean isMissing(@Nullable Object value) {
        return value == null || value == Undefined.UNDEFINED;
    }

    /** What stands in the output: nothing for null and undefined. */
    public static String printed(@Nullable Object value) {
        return isMissing(value) ? "" : text(value);
    }

    /** {@code String(value)}. */
    public static String text(@Nullable Object value) {
        return text(value, 0);
    }

    private static String text(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("A list is nested more than " + DEEPEST + " levels deep.");
        }
        return switch (value) {
            case null -> "null";
            case Number number -> Numbers.print(number);
            case List<?> items -> {
                StringJoiner joined = new StringJoiner(",");
                items.forEach(item -> joined.add(isMissing(item) ? "" : text(item, depth + 1)));
                yield joined.toString();
            }
            case Map<?, ?> _ -> "[object Object]";
            default -> value.toString();
        };
    }

    /** {@code Number(value)}. */
    public static double number(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Number number -> number.doubleValue();
            case Boolean b -> b ? 1 : 0;
            case String text -> Numbers.parse(text);
            case List<?> list -> Numbers.parse(text(list));
            default -> Double.NaN;
        };
    }

    /** A whole number, as array indices and widths are made of values; {@code otherwise} when it is not a number. */
    public static int integer(@Nullable Object value, int otherwise) {
        double number = number(value);
        return isMissing(value) || Double.isNaN(number) ? otherwise : (int) number;
    }

    /** The kind in words, for messages. */
    public static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Undefined _ -> "undefined";
            case String _ -> "a text";
            case Boolean _ -> "true or false";
            case Number _ -> "a number";
            case List<?> _ -> "a list";
            case Map<?, ?> _ -> "a map";
            case JsRegex _ -> "a regular expression";
            default -> "a function";
        };
    }

    /** The list itself, or an error that names what it is instead. */
    @SuppressWarnings("unchecked") // adopt() makes lists of objects only
    public static List<@Nullable Object> list(@Nullable Object value, String whose) {
        if (value instanceof List<?> list) {
            return (List<@Nullable Object>) list;
        }
        throw new IllegalArgumentException(whose + " needs a list, not " + kind(value) + ".");
    }
}
