package dev.slipway.kernel;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, for the person who can put it right.
 *
 * @param where the field ({@code spec.environments[2].cluster}), or file, line and column; null when it concerns the whole
 * @param message what failed, with the offending value in quotes
 * @param expected what would have been right; null when the message says so
 * @param next what to do now; null when that is obvious
 */
public record Problem(
        @Nullable String where,
        String message,
        @Nullable String expected,
        @Nullable String next) {

    public static Problem of(String message) {
        return new Problem(null, message, null, null);
    }

    public static Problem at(String where, String message) {
        return new Problem(where, message, null, null);
    }

    public Problem expecting(String what) {
        return new Problem(where, message, what, next);
    }

    public Problem next(String step) {
        return new Problem(where, message, expected, step);
    }

    /** One line: place, message, expectation, next step. */
    @Override
    public String toString() {
        return (where == null ? "" : where + ": ")
                + message
                + (expected == null ? "" : " Expected: " + expected + ".")
                + (next == null ? "" : " " + next);
    }
}
