package dev.slipway.kustomize.document;

import dev.slipway.documents.yaml.Scalars;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Unquoted scalars as go-yaml v3 reads them: YAML 1.2's words, but 1.1's octal numbers, underscores and dates. */
public final class GoScalars implements Scalars {
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INTEGER =
            Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}");
    private static final int[] RADIXES = {16, 2, 8, 10};
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final Map<String, Object> WORDS = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("True", true),
            Map.entry("TRUE", true),
            Map.entry("false", false),
            Map.entry("False", false),
            Map.entry("FALSE", false),
            Map.entry(".nan", Double.NaN),
            Map.entry(".NaN", Double.NaN),
            Map.entry(".NAN", Double.NaN),
            Map.entry(".inf", Double.POSITIVE_INFINITY),
            Map.entry(".Inf", Double.POSITIVE_INFINITY),
            Map.entry(".INF", Double.POSITIVE_INFINITY),
            Map.entry("+.inf", Double.POSITIVE_INFINITY),
            Map.entry("+.Inf", Double.POSITIVE_INFINITY),
            Map.entry("+.INF", Double.POSITIVE_INFINITY),
            Map.entry("-.inf", Double.NEGATIVE_INFINITY),
            Map.entry("-.Inf", Double.NEGATIVE_INFINITY),
            Map.entry("-.INF", Double.NEGATIVE_INFINITY));

    @Override
    public @Nullable Object resolve(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> null;
            default -> {
                Object word = WORDS.get(text);
                yield word != null ? word : number(text);
            }
        };
    }

    private static Object number(String text) {
        char first = text.charAt(0);
        if (first == '.') {
            return FLOAT.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
        }
        if ("+-0123456789".indexOf(first) < 0 || hasForeignLetter(text)) {
            return text;
        }
        if (isSmallDecimal(text)) {
            return Long.valueOf(text);
        }
        if (DATE.matcher(text).matches()) {
            return date(text);
        }
        String plain = text.replace("_", "");
        Object integer = integer(plain);
        if (integer != null) {
            return integer;
        }
        return FLOAT.matcher(plain).matches() ? (Object) Double.valueOf(plain) : text;
    }

    /** A letter that stands in no number, as in {@code 512Mi}. */
    private static boolean hasForeignLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (letter && "abcdefABCDEFxXoO".indexOf(c) < 0) {
                return true;
            }
        }
        return false;
    }

    /** What nearly all numbers are: no sign, no zero in front, within 18 digits. */
    private static boolean isSmallDecimal(String text) {
        if (text.length() > 18 || (text.charAt(0) == '0' && text.length() > 1)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
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

    private static Object date(String text) {
        String[] parts = text.split("-", -1);
        try {
            return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                            .toString()
                    + "T00:00:00Z";
        } catch (java.time.DateTimeException e) {
            return text;
        }
    }
}
