package dev.slipway.gotemplate.syntax;

/** Go's quoted constants, written. */
public final class Quoting {

    private static final String HEX = "0123456789abcdef";

    private Quoting() {}

    /** In double quotes, with what cannot be printed escaped. */
    public static String quote(String text) {
        return quote(text, '"', false);
    }

    /** In these quotes; {@code ascii} escapes all that is not ASCII. */
    public static String quote(String text, char quote, boolean ascii) {
        StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(c -> append(out, c, quote, ascii));
        return out.append(quote).toString();
    }

    private static void append(StringBuilder out, int c, char quote, boolean ascii) {
        if (c == quote || c == '\\') out.append('\\').append((char) c);
        else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) append(out, 0xFFFD, quote, ascii);
        else if (GoText.isPrintable(c) && (!ascii || c < 0x80)) out.appendCodePoint(c);
        else escape(out, c);
    }

    private static void escape(StringBuilder out, int c) {
        switch (c) {
            case 0x07 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 0x0B -> out.append("\\v");
            default -> escapeInHex(out, c);
        }
    }

    private static void escapeInHex(StringBuilder out, int c) {
        if (c < ' ' || c == 0x7F) hex(out.append("\\x"), c, 2);
        else if (c < 0x10000) hex(out.append("\\u"), c, 4);
        else hex(out.append("\\U"), c, 8);
    }

    private static void hex(StringBuilder out, int c, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out.append(HEX.charAt(c >> shift & 0xF));
    }
}
