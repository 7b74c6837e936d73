package dev.slipway.template.value;

import dev.slipway.template.contract.Arguments;
import org.jspecify.annotations.Nullable;

/** A function that a template can call by its name. */
@FunctionalInterface
public interface Function {

    @Nullable
    Object call(Arguments arguments);
}
