package dev.slipway.gotemplate.builtin;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of Go's own functions.
 *
 * @param signature what it takes
 * @param body what it does
 */
public record Builtin(String name, Signature signature, Body body) {

    /** Gets elements of maps and lists in their {@link dev.slipway.gotemplate.value.Boxed}, and may return them so. */
    @FunctionalInterface
    public interface Body {
        @Nullable
        Object call(Call call, long charactersLeft, List<@Nullable Object> arguments);
    }

    /** {@code and} and {@code or} evaluate only as many arguments as they need: the caller does that. */
    public boolean isShortCircuit() {
        return name.equals("and") || name.equals("or");
    }
}
