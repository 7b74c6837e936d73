package dev.slipway.template.value;

import dev.slipway.template.contract.Undefined;
import dev.slipway.template.regex.Regex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that templates know, and how they come in and go out. */
public final class Values {

    private static final int DEEPEST = 100;

    private Values() {}

    /** A value of the host as a template sees it: plain, and free to be changed. */
    public static @Nullable Object adopt(@Nullable Object value) {
        return adopt(value, 0);
    }

    static @Nullable Object adopt(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("A value is nested more than " + DEEPEST + " levels deep.");
        }
        return switch (value) {
            case null -> null;
            case String _, Boolean _, Undefined _, Function _, SafeText _ -> value;
            case Long number -> Math.abs(number) <= Numbers.LARGEST_SAFE ? number : Numbers.of(number);
            case Number number -> Numbers.of(number.doubleValue());
            case Map<?, ?> map -> new GivenMap(map, depth);
            case Iterable<?> items -> new GivenList(items, depth);
            default ->
                throw new IllegalArgumentException(
                        "A " + value.getClass().getSimpleName() + " is not a value that templates know.");
        };
    }

    /** A value for the host: plain maps and lists that are its own; undefined is null, and missing from maps. */
    public static @Nullable Object release(@Nullable Object value, Budget budget) {
        return release(value, 0, budget);
    }

    private static @Nullable Object release(@Nullable Object value, int depth, Budget budget) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("A value is nested more than " + DEEPEST + " levels deep.");
        }
        budget.step();
        return switch (value) {
            case null -> null;
            case Undefined _ -> null;
            case SafeText safe -> safe.text();
            case Regex regex -> regex.toString();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, item) -> {
                    if (item != Undefined.UNDEFINED) {
                        copy.put(String.valueOf(key), release(item, depth + 1, budget));
                    }
                });
                yield copy;
            }
            case List<?> items -> {
                List<@Nullable Object> copy = new ArrayList<>(items.size());
                items.forEach(item -> copy.add(release(item, depth + 1, budget)));
                yield copy;
            }
            default -> value;
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

    /** Whether it is one of JavaScript's objects: equal only to itself, added and compared as a text. */
    static boolean isObject(@Nullable Object value) {
        return !isMissing(value)
                && !(value instanceof String)
                && !(value instanceof Number)
                && !(value instanceof Boolean);
    }

    /** The kind in words, for messages. */
    public static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Undefined _ -> "undefined";
            case String _, SafeText _ -> "a text";
            case Boolean _ -> "true or false";
            case Number _ -> "a number";
            case List<?> _ -> "a list";
            case Map<?, ?> _ -> "a map";
            case Regex _ -> "a regular expression";
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
