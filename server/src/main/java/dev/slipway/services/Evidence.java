package dev.slipway.services;

import org.jspecify.annotations.Nullable;

/**
 * Why something is believed of a repository.
 *
 * @param what for example {@code Port}
 * @param value what is believed
 * @param reason in words
 * @param file where it stands; null when nothing in the repository says it
 * @param line from 1; 0 for the file as a whole
 * @param assumed whether nothing says so: people should look at it
 */
public record Evidence(
        String what, String value, String reason, @Nullable String file, int line, boolean assumed) {

    public static Evidence found(String what, String value, String reason, String file, int line) {
        return new Evidence(what, value, reason, file, line, false);
    }

    public static Evidence assumed(String what, String value, String reason) {
        return new Evidence(what, value, reason, null, 0, true);
    }

    public static Evidence told(String what, String value) {
        return new Evidence(what, value, "was given with the request", null, 0, false);
    }

    /** File and line as people write it; empty without a file. */
    public String place() {
        return file == null ? "" : line > 0 ? file + ":" + line : file;
    }
}
