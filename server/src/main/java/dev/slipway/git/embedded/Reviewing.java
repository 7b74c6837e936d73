package dev.slipway.git.embedded;

import dev.slipway.audit.Audit;
import dev.slipway.git.GitException;
import dev.slipway.git.NewReview;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.git.Review;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.PullRequestRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes down what reviewers say. */
@Component
class Reviewing {

    private final ReviewTable reviews;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reviewing(
            ReviewTable reviews,
            Audit audit,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    List<Review> all(PullRequestRef ref) {
        return reviews.all(ref);
    }

    Review add(PullRequest pull, NewReview review, Actor actor) {
        check(pull, review, actor);
        Review written = transaction.execute(_ -> {
            audit.record(
                    actor,
                    "pull-request.reviewed",
                    "pull-request:" + pull.ref(),
                    Map.of(
                            "verdict", review.verdict().name(),
                            "commit", review.commit().value()));
            return reviews.add(pull.ref(), review, actor.account(), clock.instant());
        });
        events.publishEvent(new PullRequestChanged(pull.ref()));
        return written;
    }

    private static void check(PullRequest pull, NewReview review, Actor actor) {
        boolean decides = review.verdict() != Review.Verdict.COMMENTED;
        if (decides && pull.author().equals(actor.account())) {
            throw new GitException(
                    ProblemCode.REFUSED,
                    Problem.of("You opened pull request " + pull.ref() + ", so your verdict on it does not count.")
                            .next("Ask somebody else to review it."));
        }
        if (pull.state() != PullRequest.State.OPEN) {
            throw new GitException(
                    ProblemCode.CONFLICT, Problem.of("Pull request " + pull.ref() + " is not open any more."));
        }
        if (!pull.head().equals(review.commit())) {
            throw new GitException(
                    ProblemCode.CONFLICT,
                    Problem.of("The pull request has moved; its head is "
                                    + pull.head().brief() + " now, and you reviewed "
                                    + review.commit().brief() + ".")
                            .next("Look at it again."));
        }
        if (review.verdict() != Review.Verdict.APPROVED && review.markdown().isBlank()) {
            throw new GitException(
                    ProblemCode.INVALID, Problem.at("markdown", "Say what should change, or what you think of it."));
        }
    }
}
