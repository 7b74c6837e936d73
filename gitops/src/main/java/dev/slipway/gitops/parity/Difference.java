package dev.slipway.gitops.parity;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is not alike.
 *
 * @param path of the field in the object; empty when the object itself is only in one of them
 * @param left what the first environment has; null for nothing
 * @param right what the second has
 * @param words what it means, where the values alone do not say it; may be empty
 * @param exception that covers it; null for none
 */
public record Difference(
        String object,
        String path,
        @Nullable String left,
        @Nullable String right,
        String words,
        @Nullable ParityException exception) {

    /** As exceptions name it. */
    public String at() {
        return path.isEmpty() ? object : object + " " + path;
    }

    /** The same of some overlays alone. */
    Difference in(String overlays) {
        String only = "Only in " + overlays + ".";
        return new Difference(object, path, left, right, words.isEmpty() ? only : words + " " + only, exception);
    }

    Difference with(@Nullable ParityException covering) {
        return new Difference(object, path, left, right, words, covering);
    }
}
