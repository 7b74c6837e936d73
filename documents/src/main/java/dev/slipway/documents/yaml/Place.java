package dev.slipway.documents.yaml;

/**
 * Where something stands in a file.
 *
 * @param file as it was named to the parser
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {

    /** {@code file:line:column}, as editors and compilers write it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
