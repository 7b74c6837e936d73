package dev.slipway.gotemplate;

/**
 * A place in a text of templates.
 *
 * @param text the name of the text (for Helm the file), not of the template defined in it
 * @param line from 1
 * @param column in bytes of UTF-8, from 0, as Go counts
 */
public record Place(String text, int line, int column) {

    @Override
    public String toString() {
        return text + ":" + line + ":" + column;
    }
}
