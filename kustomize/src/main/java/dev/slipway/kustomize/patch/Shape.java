package dev.slipway.kustomize.patch;

import java.util.List;

/**
 * How a value is merged.
 *
 * @param type of the value, or of the entries of a list; {@code -} for nothing known
 * @param merges whether a list is merged rather than replaced
 * @param keys which fields tell the entries of a merged list apart; none for a list of scalars
 */
record Shape(String type, boolean merges, List<String> keys) {
    static final Shape UNKNOWN = Shape.of("-");

    static Shape of(String type) {
        return new Shape(type, false, List.of());
    }
}
