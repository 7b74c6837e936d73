package dev.slipway.helm.sprig;

import dev.slipway.helm.format.Values;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers out of any value, as the library does that Sprig uses (spf13/cast); zero out of what is none. */
final class Casts {
    private static final Pattern INTEGER =
            Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F_]+)|0[bB]([01_]+)|0[oO]?([0-7_]+)|(0|[1-9][0-9_]*))");
    private static final int[] RADIXES = {16, 2, 8, 10};
    private static final Pattern ZERO_DECIMAL = Pattern.compile("([-+]?[0-9]*)(\\.0*)?");
    private static final Pattern FLOAT = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    private Casts() {}

    static long whole(@Nullable Object value) {
        return switch (value) {
            case Double number -> truncated(number);
            case Number number -> number.longValue();
            case Boolean truth -> truth ? 1 : 0;
            case String text -> parsed(text);
            case null, default -> 0;
        };
    }

    /** As a processor converts: what does not fit becomes the smallest number. */
    private static long truncated(double number) {
        return Double.isNaN(number) || number >= 0x1p63 || number < -0x1p63 ? Long.MIN_VALUE : (long) number;
    }

    private static long parsed(String text) {
        Matcher decimal = ZERO_DECIMAL.matcher(text);
        String trimmed = decimal.matches() && !decimal.group(1).isEmpty() ? decimal.group(1) : text;
        Matcher matcher = INTEGER.matcher(trimmed);
        if (!matcher.matches()) {
            return 0;
        }
        int radix = 0;
        while (matcher.group(radix + 2) == null) {
            radix++;
        }
        BigInteger size = new BigInteger(matcher.group(radix + 2).replace("_", ""), RADIXES[radix]);
        BigInteger value = matcher.group(1).equals("-") ? size.negate() : size;
        return value.bitLength() < Long.SIZE ? value.longValue() : 0;
    }

    /** Go's int64, as {@link Types} knows it. */
    static Number int64(long value) {
        return value == (int) value ? (Number) Integer.valueOf((int) value) : Long.valueOf(value);
    }

    static double floating(@Nullable Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Boolean truth -> truth ? 1 : 0;
            case String text -> FLOAT.matcher(text).matches() ? Double.parseDouble(text) : 0;
            case null, default -> 0;
        };
    }

    static boolean isList(@Nullable Object value) {
        return Values.list(value) != null;
    }
}
