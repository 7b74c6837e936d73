package dev.slipway.template.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** JavaScript's numbers: what a text stands for, and how one is printed (ECMAScript, Number::toString). */
public final class Numbers {

    private static final double LARGEST_SAFE = 9007199254740991.0;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,13}");

    private Numbers() {}

    /** A Long for whole numbers that JavaScript holds exactly, else a Double. */
    public static Number of(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_SAFE;
        boolean negativeZero = value == 0 && 1 / value < 0;
        return whole && !negativeZero ? (Number) (long) value : (Number) value;
    }

    /** JavaScript's {@code Number(text)}. */
    public static double parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return 0;
        }
        if (DECIMAL.matcher(trimmed).matches()) {
            return Double.parseDouble(trimmed);
        }
        if (HEXADECIMAL.matcher(trimmed).matches()) {
            return Long.parseLong(trimmed.substring(2), 16);
        }
        return switch (trimmed) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
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
        String exponent = "e" + (n > 0 ? "+" : "-") + Math.abs(n - 1);
        return digits.charAt(0) + (k == 1 ? "" : "." + digits.substring(1)) + exponent;
    }
}
