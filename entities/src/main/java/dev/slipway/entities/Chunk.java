package dev.slipway.entities;

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
        int line = 1;
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        int at = start;
        while (at < text.length()) {
            int next = marker(text, at);
            String body = text.substring(at, next);
            if (holdsSomething(body)) {
                chunks.add(new Chunk(line, body));
            }
            line += lines(body);
            at = next;
            if (at < text.length()) {
                at += 3;
            }
        }
        return chunks;
    }

    /** The index of the next marker that begins a line, or the text's end. */
    private static int marker(String text, int from) {
        for (int at = text.indexOf("---", from); at >= 0; at = text.indexOf("---", at + 1)) {
            boolean beginsLine = at == 0 || text.charAt(at - 1) == '\n' || (at == 1 && text.charAt(0) == '\uFEFF');
            boolean endsWord = at + 3 == text.length() || Character.isWhitespace(text.charAt(at + 3));
            if (beginsLine && endsWord) {
                return at;
            }
        }
        return text.length();
    }

    private static boolean holdsSomething(String body) {
        return body.lines()
                .anyMatch(line -> !line.isBlank() && "#%".indexOf(line.strip().charAt(0)) < 0);
    }

    private static int lines(String body) {
        int lines = 0;
        for (int at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) {
            lines++;
        }
        return lines;
    }
}
