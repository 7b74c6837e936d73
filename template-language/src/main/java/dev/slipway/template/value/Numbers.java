package dev.slipway.template.value;

import dev.slipway.template.syntax.Blanks;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** JavaScript's numbers: what a text stands for, and how one is printed (ECMAScript, Number::toString). */
public final class Numbers {

    static final double LARGEST_SAFE = 9007199254740991.0;
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?+([0-9]++\\.?+[0-9]*+|\\.[0-9]++)([eE][+-]?+[0-9]++)?+");

    private Numbers() {}

    /** A Long for whole numbers that JavaScript holds exactly, else a Double. */
    public static Number of(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_SAFE;
        boolean negativeZero = value == 0 && 1 / value < 0;
        return whole && !negativeZero ? (Number) (long) value : (Number) value;
    }

    /** JavaScript's {@code Number(text)}. */
    public static double parse(String text) {
        String trimmed = Blanks.trim(text);
        if (trimmed.isEmpty()) {
            return 0;
        }
        if (DECIMAL.matcher(trimmed).matches()) {
            return Double.parseDouble(trimmed);
        }
        return switch (trimmed) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> prefixed(trimmed);
        };
    }

    /** {@code 0x1f}, {@code 0o17}, {@code 0b11}. */
    private static double prefixed(String text) {
        if (text.length() < 3 || text.charAt(0) != '0') {
            return Double.NaN;
        }
        int radix = switch (text.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
        return radix == 0 || digits(text, 2, radix) < text.length() ? Double.NaN : value(text, 2, text.length(), radix);
    }

    /** JavaScript's {@code parseInt(text, radix)}. */
    public static double parseInteger(String text, int radix) {
        String trimmed = Blanks.trim(text);
        boolean negative = trimmed.startsWith("-");
        int start = negative || trimmed.startsWith("+") ? 1 : 0;
        boolean hexadecimal = (radix == 16 || radix == 0) && trimmed.regionMatches(true, start, "0x", 0, 2);
        int base = hexadecimal ? 16 : radix == 0 ? 10 : radix;
        start += hexadecimal ? 2 : 0;
        if (base < 2 || base > 36) {
            return Double.NaN;
        }
        int end = digits(trimmed, start, base);
        if (end == start) {
            return Double.NaN;
        }
        double value =
                base == 10 ? Double.parseDouble(trimmed.substring(start, end)) : value(trimmed, start, end, base);
        return negative ? -value : value;
    }

    private static int digits(String text, int start, int radix) {
        int end = start;
        while (end < text.length() && text.charAt(end) < 0x80 && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        return end;
    }

    private static double value(String text, int start, int end, int radix) {
        double value = 0;
        for (int i = start; i < end; i++) {
            value = value * radix + Character.digit(text.charAt(i), radix);
        }
        return value;
    }

    /** JavaScript's {@code parseFloat(text)}. */
    public static double parseFloat(String text) {
        String trimmed = Blanks.trim(text);
        java.util.regex.Matcher decimal = DECIMAL.matcher(trimmed);
        if (decimal.lookingAt()) {
            return Double.parseDouble(decimal.group());
        }
        return trimmed.startsWith("Infinity") || trimmed.startsWith("+Infinity")
                ? Double.POSITIVE_INFINITY
                : trimmed.startsWith("-Infinity") ? Double.NEGATIVE_INFINITY : Double.NaN;
    }

    /** As JavaScript prints it: {@code 3}, {@code 0.1}, {@code 1e+21}. */
    public static String print(Number number) {
        if (!(number instanceof Double)) {
            return number.toString();
        }
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        return value < 0 ? "-" + positive(-value) : positive(value);
    }

    private static String positive(double value) {
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int k = digits.length();
        int n = k - shortest.scale();
        if (k <= n && n <= 21) {
            return digits + "0".repeat(n - k);
        }
        if (0 < n && n <= 21) {
            return digits.substring(0, n) + "." + digits.substring(n);
        }
        if (-6 < n && n <= 0) {
            return "0." + "0".repeat(-n) + digits;
        }
        return scientific(digits, n - 1);
    }

    /** {@code 1.5e+21}. */
    static String scientific(String digits, int exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (exponent >= 0 ? "+" : "-") + Math.abs(exponent);
    }
}
