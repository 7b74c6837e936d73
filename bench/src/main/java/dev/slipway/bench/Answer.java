package dev.slipway.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads an HTTP answer to its end, whole or in chunks. */
final class Answer {

    private Answer() {}

    /** @throws IOException unless it is a good one */
    static void skip(InputStream in) throws IOException {
        String status = line(in);
        long length = 0;
        boolean chunked = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
        }
        if (!status.contains(" 200")) {
            throw new IOException("The answer was " + status + ": "
                    + new String(in.readNBytes((int) Math.min(length, 2000)), StandardCharsets.UTF_8));
        }
        if (chunked) {
            skipChunks(in);
        } else {
            in.skipNBytes(length);
        }
    }

    private static void skipChunks(InputStream in) throws IOException {
        int size = Integer.parseInt(line(in).strip(), 16);
        while (size > 0) {
            in.skipNBytes(size + 2L);
            size = Integer.parseInt(line(in).strip(), 16);
        }
        line(in);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The connection has ended.");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
