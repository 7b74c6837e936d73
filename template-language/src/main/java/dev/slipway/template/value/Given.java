package dev.slipway.template.value;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of functions and methods. */
final class Given {

    private Given() {}

    /** The argument at a position, or undefined. */
    static @Nullable Object argument(Arguments arguments, int position) {
        return position < arguments.positional().size() ? arguments.positional().get(position) : Undefined.UNDEFINED;
    }

    /** JavaScript's relative index: negative ones count from the end. */
    static int relative(@Nullable Object index, int otherwise, int length, Budget budget) {
        int at = Conversions.integer(index, otherwise, budget);
        return at < 0 ? Math.max(0, length + at) : Math.min(at, length);
    }

    /** An index that is never outside. */
    static int clamped(@Nullable Object index, int otherwise, int length, Budget budget) {
        return Math.clamp(Conversions.integer(index, otherwise, budget), 0, length);
    }
}
