package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.Function;
import dev.slipway.gotemplate.Functions;
import dev.slipway.gotemplate.Parameter;
import dev.slipway.gotemplate.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions being gathered. */
final class Declarations {
    private Functions functions = Functions.none();

    /** What a function does that needs nothing but its arguments. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object apply(List<@Nullable Object> arguments);
    }

    /** Exactly these arguments. */
    static Signature taking(Parameter... parameters) {
        return Signature.of(parameters);
    }

    Declarations add(String name, Signature signature, Body body) {
        return call(name, signature, (call, arguments) -> body.apply(arguments));
    }

    Declarations call(String name, Signature signature, Function function) {
        functions = functions.plus(name, signature, function);
        return this;
    }

    /** The same under a second name: where they differ is what they do when the arguments do not fit, and there Helm fails too. */
    Declarations both(String name, String second, Signature signature, Body body) {
        return add(name, signature, body).add(second, signature, body);
    }

    Functions functions() {
        return functions;
    }
}
