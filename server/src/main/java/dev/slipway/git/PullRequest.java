package dev.slipway.git;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pull request as it is now.
 *
 * @param head the newest commit of the source branch, or the last one before it was closed
 * @param base where the target branch stands, or stood when it was merged
 * @param author account
 * @param mergedAs the merge commit; null unless merged
 */
public record PullRequest(
        PullRequestRef ref,
        String title,
        String body,
        String author,
        String sourceBranch,
        String targetBranch,
        CommitId head,
        CommitId base,
        State state,
        Mergeability mergeability,
        @Nullable CommitId mergedAs,
        Instant openedAt,
        Instant updatedAt) {

    /** Its life. */
    public enum State {
        OPEN,
        MERGED,
        CLOSED
    }

    /** Whether it could be merged as far as content goes. */
    public enum Mergeability {
        CLEAN,
        CONFLICTING,
        /** Nothing to merge. */
        EMPTY
    }
}
