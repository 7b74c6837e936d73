package dev.slipway.template.value;

import dev.slipway.template.contract.Arguments;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Set;

/** The methods of JavaScript's Number that templates may call. */
final class NumberMethods {

    private static final Set<String> KNOWN = Set.of("toFixed", "toPrecision", "toString");

    private NumberMethods() {}

    static Object call(Number number, String method, Arguments arguments) {
        int digits = Values.integer(TextMethods.argument(arguments, 0), 0);
        if (digits < 0 || digits > 100) {
            throw new IllegalArgumentException("\"" + method + "\" takes 0 to 100 digits, not " + digits + ".");
        }
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Numbers.print(value);
        }
        return switch (method) {
            case "toFixed" ->
                new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
            case "toPrecision" ->
                digits == 0
                        ? Numbers.print(number)
                        : new BigDecimal(value)
                                .round(new MathContext(digits, RoundingMode.HALF_UP))
                                .toPlainString();
            case "toString" -> radix(number, digits == 0 ? 10 : digits);
            default -> throw Members.unknown(method, "a number", KNOWN);
        };
    }

    private static String radix(Number number, int radix) {
        if (radix == 10 || !(number instanceof Long) || radix < 2 || radix > 36) {
            return Numbers.print(number);
        }
        return Long.toString(number.longValue(), radix);
    }
}
