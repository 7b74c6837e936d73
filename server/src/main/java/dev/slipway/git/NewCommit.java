package dev.slipway.git;

import java.util.List;

/**
 * A commit to be written onto the one before it.
 *
 * @param message with its trailers
 * @param author the committer is always Slipway
 */
public record NewCommit(List<FileChange> changes, String message, Commit.Person author) {

    public NewCommit {
        changes = List.copyOf(changes);
    }
}
