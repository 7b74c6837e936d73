package dev.slipway.scaffolding.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the value of a step's {@code if} counts as true. */
public final class Truth {

    private Truth() {}

    /** JavaScript's truth, except that an empty list is false. */
    public static boolean of(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean bool -> bool;
            case String text -> !text.isEmpty();
            case Number number -> number.doubleValue() != 0 && !Double.isNaN(number.doubleValue());
            case List<?> list -> !list.isEmpty();
            default -> true;
        };
    }
}
