package dev.slipway.desiredstate.impact;

import dev.slipway.git.PullRequest;
import dev.slipway.kernel.CommitId;

/**
 * What is compared.
 *
 * @param merged whether {@code after} is merged into {@code before}; otherwise it stands for itself
 */
public record Comparison(CommitId before, CommitId after, boolean merged) {

    /** What pages wait under until it is made. */
    String topic() {
        return "desired-state-impact/" + after;
    }

    static Comparison of(PullRequest pullRequest) {
        return new Comparison(pullRequest.base(), pullRequest.head(), true);
    }
}
