package dev.slipway.services;

import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.PullRequestRef;

/** What became of a wish for other configuration. */
public sealed interface ConfigurationChange {

    /** A pull request waits to be merged. */
    record Proposed(ChangeId change, PullRequestRef pullRequest) implements ConfigurationChange {}

    /** It is so already. */
    record Unchanged() implements ConfigurationChange {}

    /** The pull request is still being made. */
    record Pending(ChangeId change) implements ConfigurationChange {}
}
