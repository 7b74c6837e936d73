package dev.slipway.template.contract;

import org.jspecify.annotations.Nullable;

/**
 * A filter: {@code value | name(arguments)}. The extension point of the language.
 *
 * <p>Values are String, Number, Boolean, {@code List}, {@code Map} with text keys, null, or {@link Undefined}.
 */
@FunctionalInterface
public interface Filter {

    /**
     * The filtered value.
     *
     * @throws IllegalArgumentException when the value or an argument does not fit; its message becomes the cause that the
     *     template's author reads
     */
    @Nullable
    Object apply(@Nullable Object value, Arguments arguments);
}
