package dev.slipway.kustomize.replace;

import dev.slipway.kustomize.document.GoScalars;
import dev.slipway.kustomize.emit.Emitter;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns values into text and text into values of the type that a field has. */
final class Scalar {
    private static final GoScalars DIALECT = new GoScalars();

    private Scalar() {}

    /** @throws IllegalArgumentException if the value is a map or a list */
    static String text(Object value) {
        return switch (value) {
            case Map<?, ?> _ -> throw new IllegalArgumentException("the value is a map, and a text is needed");
            case List<?> _ -> throw new IllegalArgumentException("the value is a list, and a text is needed");
            case Double number -> Emitter.document(number).strip();
            default -> value.toString();
        };
    }

    /** What the text means without quotes. */
    static @Nullable Object untyped(String text) {
        return DIALECT.resolve(text);
    }

    /**
     * The text as a value of the old one's type.
     *
     * @throws IllegalArgumentException if it is none
     */
    static @Nullable Object like(@Nullable Object old, String text) {
        if (old instanceof String) {
            return text;
        }
        Object value = untyped(text);
        boolean fits = switch (old) {
            case null -> value == null;
            case Boolean _ -> value instanceof Boolean;
            case Double _ -> value instanceof Number;
            default -> value instanceof Long || value instanceof BigInteger;
        };
        if (!fits) {
            throw new IllegalArgumentException("\"" + text + "\" does not have the type of \"" + old + "\"");
        }
        return value;
    }
}
