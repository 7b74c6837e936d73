package dev.slipway.helm.format;

import java.util.function.IntConsumer;

/** Reads TOML's four kinds of texts. */
final class TomlString {

    private TomlString() {}

    /** @param end takes the place behind the text */
    static String read(String text, int start, IntConsumer end) {
        char quote = text.charAt(start);
        String three = String.valueOf(quote).repeat(3);
        boolean lines = text.startsWith(three, start);
        String closing = lines ? three : String.valueOf(quote);
        int at = start + closing.length();
        if (lines && text.startsWith("\n", at)) {
            at++;
        }
        StringBuilder out = new StringBuilder();
        while (!text.startsWith(closing, at)) {
            if (at >= text.length() || (!lines && text.charAt(at) == '\n')) {
                throw new IllegalArgumentException("toml: a text does not end");
            }
            char c = text.charAt(at++);
            if (c == '\\' && quote == '"') {
                at = escape(text, at, out);
            } else {
                out.append(c);
            }
        }
        end.accept(at + closing.length());
        return out.toString();
    }

    private static int escape(String text, int at, StringBuilder out) {
        char c = at < text.length() ? text.charAt(at) : 0;
        int known = "btnfr\"\\".indexOf(c);
        if (known >= 0) {
            out.append("\b\t\n\f\r\"\\".charAt(known));
            return at + 1;
        }
        if (c == 'u' || c == 'U') {
            int length = c == 'u' ? 4 : 8;
            String digits = text.substring(at + 1, Math.min(text.length(), at + 1 + length));
            if (!digits.matches("[0-9a-fA-F]{" + length + "}")) {
                throw new IllegalArgumentException("toml: \\" + c + " needs " + length + " hexadecimal digits");
            }
            out.appendCodePoint(Integer.parseInt(digits, 16));
            return at + 1 + length;
        }
        if (Character.isWhitespace(c)) {
            int end = at;
            while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            return end;
        }
        throw new IllegalArgumentException("toml: \\" + c + " is no escape");
    }
}
