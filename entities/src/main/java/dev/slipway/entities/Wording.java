package dev.slipway.entities;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values in the words of messages. */
final class Wording {

    private static final int LONGEST = 80;

    private Wording() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Map<?, ?> _ -> "a map";
            case List<?> _ -> "a list";
            case String _ -> "a text";
            case Boolean _ -> "true or false";
            default -> "a number";
        };
    }

    static String quoted(@Nullable Object value) {
        return value instanceof String text ? "\"" + brief(text) + "\"" : of(value);
    }

    static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
