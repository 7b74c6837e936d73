package dev.slipway.git;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pull request as it is now.
 *
 * @param head the newest commit of the source branch, or the last one before it was closed
 * @param base where the target branch stands, or stood when it was merged
 * @param author account
 * @param draft not to be merged yet
 * @param labels names, in alphabetical order
 * @param reviews of each reviewer the newest that approves or asks for changes, oldest first; those on older heads too
 * @param mergedAs the commit on the target; null unless merged
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
        boolean draft,
        Mergeability mergeability,
        List<String> labels,
        List<Review> reviews,
        @Nullable CommitId mergedAs,
        Instant openedAt,
        Instant updatedAt) {

    public PullRequest {
        labels = List.copyOf(labels);
        reviews = List.copyOf(reviews);
    }

    /** The approvals of the present head, by others than the author. */
    public List<Review> approvals() {
        return reviews.stream()
                .filter(review -> review.verdict() == Review.Verdict.APPROVED
                        && review.commit().equals(head)
                        && !review.author().equals(author))
                .toList();
    }

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
        EMPTY,
        /** Not computed: in lists of many. Ask for the pull request alone. */
        UNKNOWN
    }
}
