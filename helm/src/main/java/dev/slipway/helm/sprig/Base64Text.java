package dev.slipway.helm.sprig;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 as Go's StdEncoding decodes it: line breaks are passed over, padding is needed. */
final class Base64Text {

    private Base64Text() {}

    /** The text, or in Go's words what is wrong, which is what Sprig gives. */
    static String decoded(String text) {
        String packed = text.replace("\r", "").replace("\n", "");
        try {
            if (packed.length() % 4 != 0) {
                throw new IllegalArgumentException("padding");
            }
            return new String(Base64.getDecoder().decode(packed), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "illegal base64 data at input byte " + firstWrong(text);
        }
    }

    private static int firstWrong(String text) {
        int read = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '/');
            boolean padding = c == '=' && read % 4 >= 2;
            if (!letter && !padding && c != '\n' && c != '\r') {
                return i;
            }
            read += letter || padding ? 1 : 0;
        }
        return read / 4 * 4;
    }
}
