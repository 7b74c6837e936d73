package dev.slipway.entities;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * One document of a YAML stream, cut out without parsing it. A line that begins with {@code ---} ends a document wherever it
 * stands (YAML 1.2.2, 9.1.2), so a file of thousands of entities can be compared document by document, and one that does not
 * parse does not take the others with it.
 *
 * @param line where its first line stands in the file, from 1
 * @param text without the marker
 */
public record Chunk(int line, String text) {

    /** The documents of a text; those of only comments, directives and blank lines are left out. */
    public static List<Chunk> of(String text) {
        List<Chunk> chunks = new ArrayList<>();
        new Chunks(new StringReader(text)).forEachRemaining(chunks::add);
        return chunks;
    }

    boolean holdsSomething() {
        boolean leftOut = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\n' || character == '\r') {
                leftOut = false;
            } else if (!leftOut && !Character.isWhitespace(character)) {
                leftOut = character == '#' || character == '%';
                if (!leftOut) {
                    return true;
                }
            }
        }
        return false;
    }

    static int lines(String body) {
        int lines = 0;
        for (int end = body.indexOf('\n'); end >= 0; end = body.indexOf('\n', end + 1)) {
            lines++;
        }
        return lines;
    }
}
