package dev.slipway.bench;

import java.io.IOException;
import java.io.InputStream;

/** Reads the head of a request or answer. */
public final class Head {

    private Head() {}

    /** @return false at the end of the stream */
    public static boolean skip(InputStream in) throws IOException {
        int inLine = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                inLine += next == '\r' ? 0 : 1;
            } else if (inLine == 0) {
                return true;
            } else {
                inLine = 0;
            }
        }
        return false;
    }
}
