package dev.slipway.gotemplate.format;

import dev.slipway.gotemplate.syntax.GoText;
import java.util.Locale;

/** Whole numbers in bases, and as characters. */
final class IntegerFormat {

    private IntegerFormat() {}

    static void write(Output out, Flags flags, long value, int base, int verb) {
        if (flags.precision == 0 && value == 0) {
            out.writePaddedWithSpaces("", flags);
            return;
        }
        String digits = digits(value, base, verb == 'X');
        int wanted = minimum(flags, value < 0);
        StringBuilder text = new StringBuilder();
        sign(text, flags, value < 0);
        prefix(text, flags, base, verb, digits.charAt(0) == '0' || wanted > digits.length());
        if (wanted > digits.length()) text.repeat('0', wanted - digits.length());
        out.writePaddedWithSpaces(text.append(digits), flags);
    }

    private static String digits(long value, int base, boolean upper) {
        String digits =
                value == Long.MIN_VALUE ? Long.toUnsignedString(value, base) : Long.toString(Math.abs(value), base);
        return upper ? digits.toUpperCase(Locale.ROOT) : digits;
    }

    private static int minimum(Flags flags, boolean negative) {
        if (flags.precision >= 0) return flags.precision;
        if (!flags.zero || flags.minus || flags.width < 0) return 0;
        return negative || flags.plus || flags.space ? flags.width - 1 : flags.width;
    }

    private static void sign(StringBuilder text, Flags flags, boolean negative) {
        if (negative) text.append('-');
        else if (flags.plus) text.append('+');
        else if (flags.space) text.append(' ');
    }

    private static void prefix(StringBuilder text, Flags flags, int base, int verb, boolean zeroFirst) {
        if (verb == 'O') text.append("0o");
        if (!flags.sharp) return;
        switch (base) {
            case 2 -> text.append("0b");
            case 8 -> text.append(zeroFirst ? "" : "0");
            case 16 -> text.append(verb == 'X' ? "0X" : "0x");
            default -> {}
        }
    }

    /** {@code %U}. */
    static void writeUnicode(Output out, Flags flags, long value) {
        String hex = Long.toHexString(value).toUpperCase(Locale.ROOT);
        int zeros = Math.max(0, Math.max(4, flags.precision) - hex.length());
        StringBuilder text = new StringBuilder("U+").repeat('0', zeros).append(hex);
        if (flags.sharp && value >= 0 && value <= Character.MAX_CODE_POINT && GoText.isPrintable((int) value)) {
            text.append(" '").appendCodePoint((int) value).append('\'');
        }
        out.writePaddedWithSpaces(text, flags);
    }

    /** The code point that a number stands for; the replacement character when it is none. */
    static int codePoint(long value) {
        boolean valid = value >= 0
                && value <= Character.MAX_CODE_POINT
                && (value < Character.MIN_SURROGATE || value > Character.MAX_SURROGATE);
        return valid ? (int) value : 0xFFFD;
    }
}
