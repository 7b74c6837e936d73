package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.FunctionException;
import java.nio.charset.StandardCharsets;

/** Texts measured and cut in bytes of UTF-8, as Go does. */
final class Bytes {
    private final String text;
    private final byte[] bytes;

    Bytes(String text) {
        this.text = text;
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    int length() {
        return bytes.length;
    }

    String from(int start) {
        return between(start, bytes.length);
    }

    /** @throws FunctionException in Go's words when the bounds do not fit */
    String between(int start, int end) {
        if (end > bytes.length || start > end || start < 0) {
            throw new FunctionException("runtime error: slice bounds out of range [" + start + ":" + end + "]");
        }
        return bytes.length == text.length()
                ? text.substring(start, end)
                : new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
