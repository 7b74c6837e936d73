package dev.slipway.kustomize.generate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 as kustomize writes it: lines of 70 characters, each ending in a line break, unless one line is enough. */
final class Base64Lines {
    private static final int LENGTH = 70;

    private Base64Lines() {}

    static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    static String encode(byte[] bytes) {
        String encoded = Base64.getEncoder().encodeToString(bytes);
        if (encoded.length() < LENGTH) {
            return encoded;
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < encoded.length(); i += LENGTH) {
            lines.append(encoded, i, Math.min(i + LENGTH, encoded.length())).append('\n');
        }
        return lines.toString();
    }
}
