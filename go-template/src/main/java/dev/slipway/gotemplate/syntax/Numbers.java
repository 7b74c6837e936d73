package dev.slipway.gotemplate.syntax;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads number constants, as Go's strconv does with base 0. */
final class Numbers {

    private static final BigInteger UNSIGNED = BigInteger.ONE.shiftLeft(64);

    private Numbers() {}

    static NumberLiteral character(int position, String text) throws MalformedException {
        int value = Unquoting.character(text);
        return new NumberLiteral(position, text, (long) value, value);
    }

    static NumberLiteral number(int position, String text) throws MalformedException {
        if (text.endsWith("i") && parse(text.substring(0, text.length() - 1)) != null) throw complex(text);
        BigInteger integer = integer(text);
        if (integer != null && integer.bitLength() < 64) {
            return new NumberLiteral(position, text, integer.longValueExact(), integer.doubleValue());
        }
        if (integer != null && integer.signum() > 0 && integer.compareTo(UNSIGNED) < 0) {
            return new NumberLiteral(position, text, null, integer.doubleValue());
        }
        return floating(position, text);
    }

    static MalformedException complex(String text) {
        return new MalformedException("complex numbers are not supported: " + text);
    }

    private static NumberLiteral floating(int position, String text) throws MalformedException {
        Double value = parse(text);
        if (value == null) throw new MalformedException("illegal number syntax: " + Quoting.quote(text));
        boolean written = text.chars().anyMatch(c -> ".eEpP".indexOf(c) >= 0);
        if (!written) throw new MalformedException("integer overflow: " + Quoting.quote(text));
        boolean whole = value >= -0x1p63 && value < 0x1p63 && (double) value.longValue() == value;
        return new NumberLiteral(position, text, whole ? (Long) value.longValue() : null, value);
    }

    private static @Nullable Double parse(String text) {
        if (!underscoresSeparate(text)) return null;
        try {
            double value = Double.parseDouble(text.replace("_", ""));
            return Double.isInfinite(value) ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable BigInteger integer(String text) {
        if (!underscoresSeparate(text)) return null;
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = (signed ? text.substring(1) : text).replace("_", "").toLowerCase(Locale.ROOT);
        BigInteger value = magnitude(digits);
        return value != null && text.startsWith("-") ? value.negate() : value;
    }

    private static @Nullable BigInteger magnitude(String digits) {
        if (digits.length() > 100) return null;
        if (digits.startsWith("0x")) return inBase(digits.substring(2), 16);
        if (digits.startsWith("0b")) return inBase(digits.substring(2), 2);
        if (digits.startsWith("0o")) return inBase(digits.substring(2), 8);
        return inBase(digits, digits.startsWith("0") && digits.length() > 1 ? 8 : 10);
    }

    private static @Nullable BigInteger inBase(String digits, int base) {
        boolean good = !digits.isEmpty() && digits.chars().allMatch(c -> Character.digit(c, base) >= 0);
        return good ? new BigInteger(digits, base) : null;
    }

    private static boolean isHex(String text) {
        return text.startsWith("0x") || text.startsWith("0X");
    }

    /** Each underscore stands between digits, or after the base's prefix. */
    private static boolean underscoresSeparate(String text) {
        for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
            boolean before = i > 0 && (isDigit(text, i - 1) || isAfterPrefix(text, i));
            if (!before || i + 1 >= text.length() || !isDigit(text, i + 1)) return false;
        }
        return true;
    }

    private static boolean isAfterPrefix(String text, int index) {
        return index > 1 && text.charAt(index - 2) == '0' && "xXbBoO".indexOf(text.charAt(index - 1)) >= 0;
    }

    private static boolean isDigit(String text, int index) {
        return Character.digit(text.charAt(index), isHex(text) ? 16 : 10) >= 0;
    }
}
