package dev.slipway.bench;

import java.io.IOException;
import java.io.InputStream;

/** WebSocket frames of up to 125 bytes (RFC 6455, 5.2). */
public final class Frames {

    private static final int FINAL_TEXT = 0x81;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int MASK = 4;

    private Frames() {}

    /** Masked with zeros, which leave the payload as it is, where a client sends it. */
    public static byte[] text(byte[] payload, boolean client) {
        int head = client ? 2 + MASK : 2;
        byte[] frame = new byte[head + payload.length];
        frame[0] = (byte) FINAL_TEXT;
        frame[1] = (byte) (client ? MASKED | payload.length : payload.length);
        System.arraycopy(payload, 0, frame, head, payload.length);
        return frame;
    }

    /** The payload; empty at the end of the stream. */
    public static byte[] read(InputStream in) throws IOException {
        int kind = in.read();
        int length = in.read();
        if (kind < 0 || length < 0) {
            return new byte[0];
        }
        if ((length & MASKED) != 0) {
            in.skipNBytes(MASK);
        }
        return in.readNBytes(length & LENGTH);
    }
}
