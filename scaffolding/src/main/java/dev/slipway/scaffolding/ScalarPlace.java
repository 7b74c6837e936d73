package dev.slipway.scaffolding;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlScalar;

/** Where a part of a scalar's text stands in the file. */
public final class ScalarPlace {

    private ScalarPlace() {}

    /**
     * The place in the file of a line and column of the text, both from 1. A block's text begins on the line after its mark; its columns
     * are those of the text.
     */
    public static Place of(YamlScalar scalar, int line, int column) {
        Place start = scalar.place();
        if (!scalar.plainStyle() && scalar.text().contains("\n")) {
            return new Place(start.file(), start.line() + line, column);
        }
        int quote = scalar.plainStyle() ? 0 : 1;
        return new Place(
                start.file(), start.line() + line - 1, line > 1 ? column : start.column() + quote + column - 1);
    }
}
