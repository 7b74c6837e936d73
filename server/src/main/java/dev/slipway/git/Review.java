package dev.slipway.git;

import dev.slipway.kernel.CommitId;
import java.time.Instant;

/**
 * What somebody who looked at a pull request says of it.
 *
 * @param author account
 * @param commit the head that was looked at; a verdict on another head than the present one is stale where the protection says so
 * @param markdown may be empty with an approval
 */
public record Review(long id, String author, Verdict verdict, CommitId commit, String markdown, Instant writtenAt) {

    /** What it comes to. */
    public enum Verdict {
        APPROVED,
        CHANGES_REQUESTED,
        /** Decides nothing. */
        COMMENTED
    }
}
