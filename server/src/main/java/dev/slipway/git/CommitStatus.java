package dev.slipway.git;

import org.jspecify.annotations.Nullable;

/**
 * A check's word on a commit.
 *
 * @param context the check's name, for example {@code slipway/build}
 * @param description one line
 * @param path where to read more, on the portal; null when there is nothing
 */
public record CommitStatus(
        String context,
        State state,
        String description,
        @Nullable String path) {

    /** Git hosts' four states. */
    public enum State {
        PENDING,
        SUCCESS,
        FAILURE,
        ERROR
    }
}
