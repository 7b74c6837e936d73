package dev.slipway.git.web;

import dev.slipway.git.Comment;
import dev.slipway.git.PullRequest;
import dev.slipway.git.Review;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said about a pull request.
 *
 * @param id of its place on the page
 * @param verdict null for a comment
 * @param onOlderHead whether a review looked at commits that have been replaced or added to since
 */
public record Talk(
        String id,
        String author,
        String markdown,
        Instant at,
        boolean edited,
        Review.@Nullable Verdict verdict,
        boolean onOlderHead) {

    static List<Talk> of(PullRequest pull, List<Comment> comments, List<Review> reviews) {
        return Stream.concat(
                        comments.stream().map(Talk::comment), reviews.stream().map(review -> review(pull, review)))
                .sorted(Comparator.comparing(Talk::at))
                .toList();
    }

    private static Talk comment(Comment comment) {
        return new Talk(
                "comment-" + comment.id(),
                comment.author(),
                comment.markdown(),
                comment.writtenAt(),
                comment.editedAt().isAfter(comment.writtenAt()),
                null,
                false);
    }

    private static Talk review(PullRequest pull, Review review) {
        return new Talk(
                "review-" + review.id(),
                review.author(),
                review.markdown(),
                review.writtenAt(),
                false,
                review.verdict(),
                !review.commit().equals(pull.head()));
    }
}
