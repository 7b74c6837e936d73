package dev.slipway.gotemplate.syntax;

import dev.slipway.gotemplate.Place;

/** A text of templates. */
public record Source(String name, String text) {

    /** Where a node stands. */
    public Place place(Node node) {
        int end = Math.min(node.position(), text.length());
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new Place(name, line, GoText.bytes(text.substring(lineStart, end)));
    }
}
