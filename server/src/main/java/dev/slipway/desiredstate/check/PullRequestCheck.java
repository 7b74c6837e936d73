package dev.slipway.desiredstate.check;

import dev.slipway.git.PullRequest;
import dev.slipway.platform.PlatformDefinition;

/** A question that is asked of each open pull request to the platform repository's main, by {@link PullRequestChecks}. */
public interface PullRequestCheck {

    /** Of its status and of its comment, which is edited in place: for example {@code slipway/validation}. */
    String name();

    /** What the answer hangs on besides the branch, main and the definition: when it changes, the check is asked again. */
    default String standing(PullRequest pullRequest) {
        return "";
    }

    /** Reads Git, and may take long. */
    Verdict judge(PlatformDefinition definition, PullRequest pullRequest, Proposal proposal);
}
