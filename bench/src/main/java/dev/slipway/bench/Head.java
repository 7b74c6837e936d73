package dev.slipway.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads the head of a request or answer. */
public final class Head {

    private static final String LENGTH = "content-length:";

    private Head() {}

    /** @return false at the end of the stream */
    public static boolean skip(InputStream in) throws IOException {
        return read(in) >= 0;
    }

    /** @return the length of the body that follows; 0 when none is named; -1 at the end of the stream */
    public static int read(InputStream in) throws IOException {
        int length = 0;
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                line.append((char) next);
                continue;
            }
            String text = line.toString().strip();
            if (text.isEmpty()) {
                return length;
            }
            if (text.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(text.substring(LENGTH.length()).strip());
            }
            line.setLength(0);
        }
        return -1;
    }
}
