package dev.slipway.kernel;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, for the person who can put it right.
 *
 * @param where the field ({@code spec.environments[2].cluster}), or file, line and column; null when it concerns the whole
 * @param message what failed, with the offending value in quotes; the middle of more than 2000 characters is left out
 * @param expected what would have been right; null when the message says so
 * @param next what to do now; null when that is obvious
 */
public record Problem(
        @Nullable String where,
        String message,
        @Nullable String expected,
        @Nullable String next) {

    /** Longer than anything that is written here: only what somebody sent can make a message so long. */
    private static final int LONGEST = 2000;

    public Problem {
        message = shortened(message);
    }

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

    /** All of them in a row, for where there is room for one text. */
    public static String sentences(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining(" "));
    }

    /** Its two ends, which say what it is about. */
    private static String shortened(String text) {
        int end = LONGEST / 2;
        return text.length() <= LONGEST
                ? text
                : text.substring(0, end) + "… (" + (text.length() - 2 * end) + " characters left out) …"
                        + text.substring(text.length() - end);
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
