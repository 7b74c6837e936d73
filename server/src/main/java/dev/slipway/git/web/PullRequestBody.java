package dev.slipway.git.web;

import dev.slipway.git.CommitStatus;
import dev.slipway.git.PullRequest;
import dev.slipway.git.Review;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pull request as JSON; {@code reviews} are each reviewer's newest that decides something. */
record PullRequestBody(
        int number,
        String title,
        String body,
        String author,
        String sourceBranch,
        String targetBranch,
        String head,
        String base,
        PullRequest.State state,
        boolean draft,
        PullRequest.Mergeability mergeability,
        List<String> labels,
        List<ReviewBody> reviews,
        @Nullable String mergedAs,
        Instant openedAt,
        Instant updatedAt,
        List<CommitStatus> statuses) {

    /** A review as JSON. */
    record ReviewBody(
            long id, String author, Review.Verdict verdict, String commit, String markdown, Instant writtenAt) {

        static ReviewBody of(Review review) {
            return new ReviewBody(
                    review.id(),
                    review.author(),
                    review.verdict(),
                    review.commit().value(),
                    review.markdown(),
                    review.writtenAt());
        }
    }

    static PullRequestBody of(PullRequest pull, List<CommitStatus> statuses) {
        return new PullRequestBody(
                pull.ref().number(),
                pull.title(),
                pull.body(),
                pull.author(),
                pull.sourceBranch(),
                pull.targetBranch(),
                pull.head().value(),
                pull.base().value(),
                pull.state(),
                pull.draft(),
                pull.mergeability(),
                pull.labels(),
                pull.reviews().stream().map(ReviewBody::of).toList(),
                pull.mergedAs() == null ? null : pull.mergedAs().value(),
                pull.openedAt(),
                pull.updatedAt(),
                statuses);
    }
}
