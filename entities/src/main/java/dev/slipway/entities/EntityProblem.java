package dev.slipway.entities;

import dev.slipway.documents.yaml.Place;

/**
 * One thing that is wrong with an entity.
 *
 * <p>U+0000, which PostgreSQL does not store, is shown by its picture in what comes from the document.
 *
 * @param place file, line and column
 * @param field for example {@code spec.owner}; empty when it concerns the document
 * @param message what is wrong, with the offending value in quotes
 * @param expected what would have been right; empty when the message says so
 */
public record EntityProblem(Place place, String field, String message, String expected) {

    public EntityProblem {
        field = shown(field);
        message = shown(message);
    }

    private static String shown(String text) {
        return text.replace('\0', '\u2400');
    }

    /** One line: place, field, message, expectation. */
    @Override
    public String toString() {
        return place + ": " + withoutPlace();
    }

    /** The same for what is in no file. */
    public String withoutPlace() {
        return (field.isEmpty() ? "" : field + ": ")
                + message
                + (expected.isEmpty() ? "" : " Expected: " + expected + ".");
    }
}
