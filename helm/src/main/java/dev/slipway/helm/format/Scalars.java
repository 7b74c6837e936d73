package dev.slipway.helm.format;

import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Unquoted scalars as go-yaml v2 reads them: YAML 1.1's words and numbers, but dates as texts. */
final class Scalars {
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INTEGER =
            Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))");
    private static final int[] RADIXES = {16, 2, 8, 10};
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final Map<String, Object> WORDS = words();

    private Scalars() {}

    private static Map<String, Object> words() {
        Map<String, Object> words = new java.util.HashMap<>();
        for (String word : new String[] {"y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"}) {
            words.put(word, true);
        }
        for (String word : new String[] {"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"}) {
            words.put(word, false);
        }
        for (String word : new String[] {".inf", ".Inf", ".INF"}) {
            words.put(word, Double.POSITIVE_INFINITY);
            words.put("+" + word, Double.POSITIVE_INFINITY);
            words.put("-" + word, Double.NEGATIVE_INFINITY);
        }
        for (String word : new String[] {".nan", ".NaN", ".NAN"}) {
            words.put(word, Double.NaN);
        }
        return words;
    }

    static @Nullable Object resolve(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> null;
            default -> {
                char first = text.charAt(0);
                boolean number = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
                Object word = WORDS.get(text);
                yield word != null ? word : number ? number(text) : text;
            }
        };
    }

    private static Object number(String text) {
        if (text.charAt(0) == '.') {
            return FLOAT.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
        }
        String plain = text.replace("_", "");
        Object integer = integer(plain);
        if (integer != null) {
            return integer;
        }
        return FLOAT.matcher(plain).matches() ? (Object) Double.valueOf(plain) : text;
    }

    private static @Nullable Object integer(String plain) {
        Matcher matcher = INTEGER.matcher(plain);
        if (!matcher.matches()) {
            return null;
        }
        int radix = 0;
        while (matcher.group(radix + 2) == null) {
            radix++;
        }
        BigInteger size = new BigInteger(matcher.group(radix + 2), RADIXES[radix]);
        BigInteger value = matcher.group(1).equals("-") ? size.negate() : size;
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        // Go falls back to a float beyond 64 bits.
        return value.signum() > 0 && value.compareTo(LARGEST) <= 0 ? value : (Object) value.doubleValue();
    }
}
