package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.FLOAT;
import static dev.slipway.gotemplate.Parameter.INT;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Arguments.whole;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.Signature;
import java.math.BigInteger;
import java.util.List;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Whole numbers and conversions. */
final class NumberFunctions {

    private NumberFunctions() {}

    static void declare(Declarations to) {
        to.add("int", taking(ANY), a -> Casts.whole(a.getFirst()))
                .add("int64", taking(ANY), a -> Casts.int64(Casts.whole(a.getFirst())))
                .add("float64", taking(ANY), a -> Casts.floating(a.getFirst()))
                .add("atoi", taking(STRING), a -> atoi(text(a, 0)))
                .add("toDecimal", taking(ANY), a -> octal(Arguments.string(a.getFirst())))
                .add("add1", taking(ANY), a -> Casts.int64(Casts.whole(a.getFirst()) + 1))
                .add("add", Signature.any(), a -> folded(0, a, Long::sum))
                .add("sub", taking(ANY, ANY), a -> Casts.int64(Casts.whole(a.get(0)) - Casts.whole(a.get(1))))
                .add("div", taking(ANY, ANY), a -> Casts.int64(Casts.whole(a.get(0)) / divisor(a.get(1))))
                .add("mod", taking(ANY, ANY), a -> Casts.int64(Casts.whole(a.get(0)) % divisor(a.get(1))))
                .add("mul", taking(ANY).then(ANY), a -> folded(1, a, (left, right) -> left * right))
                .add("max", taking(ANY).then(ANY), a -> folded(Casts.whole(a.getFirst()), a, Math::max))
                .add("biggest", taking(ANY).then(ANY), a -> folded(Casts.whole(a.getFirst()), a, Math::max))
                .add("min", taking(ANY).then(ANY), a -> folded(Casts.whole(a.getFirst()), a, Math::min));
        declareFloats(to);
        declareRanges(to);
    }

    private static void declareFloats(Declarations to) {
        to.add("add1f", taking(ANY), a -> Decimals.sum(a.getFirst(), List.of(1L)))
                .add("addf", Signature.any(), a -> Decimals.sum(0.0, a))
                .add("subf", taking(ANY).then(ANY), a -> Decimals.difference(a.getFirst(), rest(a)))
                .add("divf", taking(ANY).then(ANY), a -> Decimals.quotient(a.getFirst(), rest(a)))
                .add("mulf", taking(ANY).then(ANY), a -> Decimals.product(a.getFirst(), rest(a)))
                .add("maxf", taking(ANY).then(ANY), a -> extreme(a, Math::max))
                .add("minf", taking(ANY).then(ANY), a -> extreme(a, Math::min))
                .add("ceil", taking(ANY), a -> Math.ceil(Casts.floating(a.getFirst())))
                .add("floor", taking(ANY), a -> Math.floor(Casts.floating(a.getFirst())))
                .add("round", taking(ANY, INT).then(FLOAT), a -> rounded(Casts.floating(a.getFirst()), whole(a, 1), a));
    }

    private static void declareRanges(Declarations to) {
        to.call("until", taking(INT), (call, a) -> Ranges.until(call, whole(a, 0)))
                .call(
                        "untilStep",
                        taking(INT, INT, INT),
                        (call, a) -> Ranges.numbers(call, whole(a, 0), whole(a, 1), whole(a, 2)))
                .call("seq", taking().then(INT), Ranges::sequence);
    }

    static List<@Nullable Object> rest(List<@Nullable Object> arguments) {
        return arguments.subList(1, arguments.size());
    }

    private static long atoi(String text) {
        try {
            return text.matches("[+-]?[0-9]+") ? Long.parseLong(text) : 0;
        } catch (NumberFormatException e) {
            return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private static long octal(String text) {
        return text.matches("[+-]?[0-7]+") ? new BigInteger(text, 8).longValue() : 0;
    }

    private static long divisor(@Nullable Object value) {
        long divisor = Casts.whole(value);
        if (divisor == 0) {
            throw new FunctionException("runtime error: integer divide by zero");
        }
        return divisor;
    }

    private static Number folded(long start, List<@Nullable Object> values, LongBinaryOperator operator) {
        long result = start;
        for (Object value : values) {
            result = operator.applyAsLong(result, Casts.whole(value));
        }
        return Casts.int64(result);
    }

    private static double extreme(List<@Nullable Object> values, java.util.function.DoubleBinaryOperator operator) {
        return values.stream().mapToDouble(Casts::floating).reduce(operator).orElse(0);
    }

    private static double rounded(double value, long places, List<@Nullable Object> a) {
        double from = a.size() > 2 ? Casts.floating(a.get(2)) : 0.5;
        double power = Math.pow(10, (double) places);
        double digit = power * value;
        double fraction = digit - (digit < 0 ? Math.ceil(digit) : Math.floor(digit));
        return (fraction >= from ? Math.ceil(digit) : Math.floor(digit)) / power;
    }
}
