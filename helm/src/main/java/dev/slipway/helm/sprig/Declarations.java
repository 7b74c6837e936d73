package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.Function;
import dev.slipway.gotemplate.Functions;
import dev.slipway.gotemplate.Parameter;
import dev.slipway.gotemplate.Signature;
import java.util.List;
import java.util.Map;
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

    /** What makes a list or a map is counted for it. */
    Declarations add(String name, Signature signature, Body body) {
        return call(name, signature, (call, arguments) -> {
            Object made = body.apply(arguments);
            if (made instanceof List<?> list) {
                call.reserve(Call.ELEMENT * list.size());
            } else if (made instanceof Map<?, ?> map) {
                call.reserve(Call.ENTRY * map.size());
            }
            return made;
        });
    }

    /** What gives back something that is there already. */
    Declarations finding(String name, Signature signature, Body body) {
        return call(name, signature, (call, arguments) -> body.apply(arguments));
    }

    /** What writes or copies its arguments with all that is in them. */
    Declarations writing(String name, Signature signature, Body body) {
        return call(name, signature, (call, arguments) -> {
            arguments.forEach(call::reserveCopy);
            return body.apply(arguments);
        });
    }

    Declarations call(String name, Signature signature, Function function) {
        functions = functions.plus(name, signature, function);
        return this;
    }

    /** The same under a second name: where they differ is what they do when the arguments do not fit, and there Helm fails too. */
    Declarations both(String name, String second, Signature signature, Body body) {
        return add(name, signature, body).add(second, signature, body);
    }

    /** As {@link #both}, with the running template. */
    Declarations bothCall(String name, String second, Signature signature, Function function) {
        return call(name, signature, function).call(second, signature, function);
    }

    Functions functions() {
        return functions;
    }
}
