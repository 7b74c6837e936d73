package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.GoValues;
import org.jspecify.annotations.Nullable;

/**
 * What a value is, in Go's words. Templates' own whole numbers are Longs, which are Go's int; an Integer is an int64: what arithmetic and
 * {@code --set} give. (An int64 of more than 32 bits is a Long too, and then passes for an int.)
 */
final class Types {

    private Types() {}

    static void declare(Declarations to) {
        to.add("kindOf", taking(ANY), a -> kind(a.getFirst()))
                .add("kindIs", taking(STRING, ANY), a -> text(a, 0).equals(kind(a.get(1))))
                .add("typeOf", taking(ANY), a -> type(a.getFirst()))
                .add("typeIs", taking(STRING, ANY), a -> text(a, 0).equals(type(a.get(1))))
                .add("typeIsLike", taking(STRING, ANY), a -> isLike(text(a, 0), type(a.get(1))))
                .call("deepEqual", taking(ANY, ANY), (call, a) -> {
                    call.spendOn(a.get(0), 1);
                    return Equality.deep(a.get(0), a.get(1));
                });
    }

    private static boolean isLike(String expected, String type) {
        return expected.equals(type) || ("*" + expected).equals(type);
    }

    static String kind(@Nullable Object value) {
        return value instanceof Integer ? "int64" : GoValues.kind(value);
    }

    private static String type(@Nullable Object value) {
        return value instanceof Integer ? "int64" : GoValues.typeName(value);
    }
}
