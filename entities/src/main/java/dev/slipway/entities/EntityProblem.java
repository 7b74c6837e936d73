package dev.slipway.entities;

import dev.slipway.documents.yaml.Place;

/**
 * One thing that is wrong with an entity.
 *
 * @param place file, line and column
 * @param field for example {@code spec.owner}; empty when it concerns the document
 * @param message what is wrong, with the offending value in quotes
 * @param expected what would have been right; empty when the message says so
 */
public record EntityProblem(Place place, String field, String message, String expected) {

    /** One line: place, field, message, expectation. */
    @Override
    public String toString() {
        return place
                + ": "
                + (field.isEmpty() ? "" : field + ": ")
                + message
                + (expected.isEmpty() ? "" : " Expected: " + expected + ".");
    }
}
