package dev.slipway.cli.shell;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, as the server tells it.
 *
 * @param where the field or the place; null when it concerns the whole
 * @param expected what would have been right; null when the message says so
 * @param next what to do now; null when that is obvious
 */
public record CliProblem(
        @Nullable String where,
        String message,
        @Nullable String expected,
        @Nullable String next) {

    public static CliProblem of(String message, String next) {
        return new CliProblem(null, message, null, next);
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
