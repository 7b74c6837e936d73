package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.BOOL;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defaults, choices, and giving up. */
final class DefaultFunctions {

    private DefaultFunctions() {}

    static void declare(Declarations to) {
        to.finding(
                        "default",
                        taking(ANY).then(ANY),
                        a -> a.size() < 2 || Arguments.isEmpty(a.get(1)) ? a.getFirst() : a.get(1))
                .add("empty", taking(ANY), a -> Arguments.isEmpty(a.getFirst()))
                .finding("coalesce", Signature.any(), DefaultFunctions::firstFilled)
                .add("all", Signature.any(), a -> a.stream().noneMatch(Arguments::isEmpty))
                .add("any", Signature.any(), a -> !a.stream().allMatch(Arguments::isEmpty))
                .finding("ternary", taking(ANY, ANY, BOOL), a -> Boolean.TRUE.equals(a.get(2)) ? a.get(0) : a.get(1))
                .add("fail", taking(STRING), a -> {
                    throw new FunctionException(Arguments.text(a, 0));
                });
    }

    private static @Nullable Object firstFilled(List<@Nullable Object> a) {
        for (Object value : a) {
            if (!Arguments.isEmpty(value)) {
                return value;
            }
        }
        return null;
    }
}
