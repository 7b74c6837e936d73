package dev.slipway.gotemplate.format;

import dev.slipway.gotemplate.syntax.Quoting;
import java.nio.charset.StandardCharsets;

/** Strings: cut, quoted, in hexadecimal. */
final class StringFormat {

    private static final String LOWER = "0123456789abcdef";
    private static final String UPPER = "0123456789ABCDEF";

    private StringFormat() {}

    static void plain(Output out, Flags flags, String text) {
        out.writePadded(truncated(text, flags), flags);
    }

    static void quoted(Output out, Flags flags, String text) {
        String cut = truncated(text, flags);
        boolean raw = flags.sharp && canBackquote(cut);
        out.writePadded(raw ? "`" + cut + "`" : Quoting.quote(cut, '"', flags.plus), flags);
    }

    private static String truncated(String text, Flags flags) {
        if (flags.precision < 0 || text.codePointCount(0, text.length()) <= flags.precision) return text;
        return text.substring(0, text.offsetByCodePoints(0, flags.precision));
    }

    private static boolean canBackquote(String text) {
        return text.codePoints().allMatch(c -> c != 0xFEFF && c != '`' && c != 0x7F && (c >= ' ' || c == '\t'));
    }

    static void hex(Output out, Flags flags, String text, boolean upper) {
        hex(out, flags, text.getBytes(StandardCharsets.UTF_8), upper);
    }

    static void hex(Output out, Flags flags, byte[] bytes, boolean upper) {
        int length = flags.precision >= 0 ? Math.min(flags.precision, bytes.length) : bytes.length;
        String prefix = flags.sharp ? (upper ? "0X" : "0x") : "";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            if (flags.space && i > 0) text.append(' ');
            if (i == 0 || flags.space) text.append(prefix);
            text.append((upper ? UPPER : LOWER).charAt(bytes[i] >> 4 & 0xF))
                    .append((upper ? UPPER : LOWER).charAt(bytes[i] & 0xF));
        }
        out.writePadded(text, flags);
    }
}
