package dev.slipway.template.value;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of JavaScript's Number that templates may call. */
final class NumberMethods {

    private static final Set<String> KNOWN = Set.of("toFixed", "toPrecision", "toString");
    private static final double TOO_LARGE_FOR_FIXED = 1e21;

    private NumberMethods() {}

    static Object call(Number number, String method, Arguments arguments, Budget budget) {
        Object first = Given.argument(arguments, 0);
        double value = number.doubleValue();
        return switch (method) {
            case "toFixed" -> fixed(value, digits(method, first, 0, 0, budget));
            case "toPrecision" ->
                first == Undefined.UNDEFINED
                        ? Numbers.print(number)
                        : precise(value, digits(method, first, 0, 1, budget));
            case "toString" -> inRadix(number, Conversions.integer(first, 10, budget));
            default -> throw Members.unknown(method, "a number", KNOWN);
        };
    }

    private static int digits(String method, @Nullable Object given, int otherwise, int least, Budget budget) {
        int digits = Conversions.integer(given, otherwise, budget);
        if (digits < least || digits > 100) {
            throw new IllegalArgumentException(
                    "\"" + method + "\" takes " + least + " to 100 digits, not " + digits + ".");
        }
        return digits;
    }

    private static String fixed(double value, int digits) {
        if (!Double.isFinite(value) || Math.abs(value) >= TOO_LARGE_FOR_FIXED) {
            return Numbers.print(value);
        }
        String text = new BigDecimal(Math.abs(value))
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString();
        return value < 0 ? "-" + text : text;
    }

    private static String precise(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Numbers.print(value);
        }
        if (value == 0) {
            return digits == 1 ? "0" : "0." + "0".repeat(digits - 1);
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value)).round(new MathContext(digits, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal padded = rounded.setScale(digits - 1 - exponent, RoundingMode.HALF_UP);
        String text = exponent < -6 || exponent >= digits
                ? Numbers.scientific(padded.unscaledValue().toString(), exponent)
                : padded.toPlainString();
        return value < 0 ? "-" + text : text;
    }

    private static String inRadix(Number number, int radix) {
        if (radix < 2 || radix > 36) {
            throw new IllegalArgumentException("\"toString\" takes a radix from 2 to 36, not " + radix + ".");
        }
        if (radix == 10 || !Double.isFinite(number.doubleValue())) {
            return Numbers.print(number);
        }
        if (!(number instanceof Long whole)) {
            throw new IllegalArgumentException("\"toString\" with a radix needs a whole number.");
        }
        return Long.toString(whole, radix);
    }
}
