package dev.slipway.builds.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts what a process writes into lines, without ever holding more than one bounded line. */
final class OutputLines {

    private static final int LONGEST = 4_000;

    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();

    OutputLines(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Reads until the end; a stream that was closed because its process was ended is an end, too. */
    void read(InputStream stream) {
        char[] buffer = new char[8192];
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    take(buffer[i]);
                }
            }
        } catch (IOException _) {
            // The process has been ended.
        }
        if (!line.isEmpty()) {
            lines.accept(line.toString());
        }
    }

    private void take(char character) {
        if (character == '\n') {
            lines.accept(line.toString());
            line.setLength(0);
        } else if (character != '\r' && line.length() < LONGEST) {
            line.append(character);
        }
    }
}
