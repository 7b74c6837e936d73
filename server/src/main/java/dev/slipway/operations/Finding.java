package dev.slipway.operations;

import org.jspecify.annotations.Nullable;

/**
 * What an examination found.
 *
 * @param subject what was looked at, for example {@code PostgreSQL}
 * @param message how it is, in one sentence
 * @param next what to do about it; null where nothing is to be done
 */
public record Finding(
        Severity severity,
        String subject,
        String message,
        @Nullable String next) {

    /** How bad it is, the worst first. */
    public enum Severity {
        /** Something does not work. */
        PROBLEM,
        /** Something may stop working, or is less safe than it could be. */
        WARNING,
        GOOD
    }

    public static Finding good(String subject, String message) {
        return new Finding(Severity.GOOD, subject, message, null);
    }

    public static Finding warning(String subject, String message, String next) {
        return new Finding(Severity.WARNING, subject, message, next);
    }

    public static Finding problem(String subject, String message, String next) {
        return new Finding(Severity.PROBLEM, subject, message, next);
    }
}
