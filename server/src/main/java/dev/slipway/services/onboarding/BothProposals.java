package dev.slipway.services.onboarding;

import dev.slipway.git.GitHost;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.platform.Platforms;
import dev.slipway.services.Onboarding;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follows the two pull requests. The service's team merges its own; then the platform's merges itself when its checks pass, unless
 * the definition leaves that to people. Whoever merges in the other order does no harm: nothing runs before there is an image
 * of a commit with manifests.
 */
@Component
class BothProposals {

    private static final Actor ACTOR = Actor.system("services");

    private final GitHost host;
    private final Platforms platforms;

    BothProposals(GitHost host, Platforms platforms) {
        this.host = host;
        this.platforms = platforms;
    }

    /** How the two stand. */
    sealed interface Standing {

        record Waiting(String reason) implements Standing {}

        record Closed(String reason) implements Standing {}

        record Merged() implements Standing {}
    }

    Standing look(Onboarding onboarding) {
        Optional<PullRequest> own = pull(onboarding.serviceChange());
        Optional<PullRequest> platform = pull(onboarding.platformChange());
        Optional<PullRequest> closed = Stream.concat(own.stream(), platform.stream())
                .filter(pull -> pull.state() == PullRequest.State.CLOSED)
                .findFirst();
        if (closed.isPresent()) {
            return new Standing.Closed("Pull request " + closed.get().ref() + " was closed without being merged.");
        }
        if (own.filter(pull -> pull.state() == PullRequest.State.OPEN).isPresent()) {
            return new Standing.Waiting("Waits for pull request " + own.get().ref() + " to be merged.");
        }
        return platform.filter(pull -> pull.state() == PullRequest.State.OPEN)
                .map(this::merge)
                .orElseGet(Standing.Merged::new);
    }

    private Optional<PullRequest> pull(@Nullable PullRequestRef pull) {
        return Optional.ofNullable(pull).flatMap(host::pullRequest);
    }

    private Standing merge(PullRequest pull) {
        String waits = "Waits for pull request " + pull.ref();
        if (platforms.current().scaffoldsForReview()) {
            return new Standing.Waiting(waits + " to be merged: the platform's definition leaves that to people.");
        }
        return switch (host.merge(pull.ref(), pull.head(), ACTOR)) {
            case MergeOutcome.Merged _ -> new Standing.Merged();
            case MergeOutcome.Stale _ -> new Standing.Waiting(waits + ", whose branch is moving.");
            case MergeOutcome.Conflicting _ -> new Standing.Waiting(waits + ", which is brought up to date.");
            case MergeOutcome.Refused refused ->
                new Standing.Waiting(waits + " to be merged. " + Problem.sentences(refused.problems()));
        };
    }
}
