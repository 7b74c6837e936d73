package dev.slipway.gotemplate.value;

import dev.slipway.gotemplate.Int64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code if} takes for true. */
public final class Truth {

    private Truth() {}

    public static boolean of(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean bool -> bool;
            case Long number -> number != 0;
            case Integer number -> number != 0;
            case Int64 number -> number.longValue() != 0;
            case Double number -> number != 0;
            case String text -> !text.isEmpty();
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case byte[] bytes -> bytes.length > 0;
            default -> true;
        };
    }
}
