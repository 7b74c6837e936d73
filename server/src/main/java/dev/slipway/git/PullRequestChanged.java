package dev.slipway.git;

import dev.slipway.kernel.PullRequestRef;

/** Hint: a pull request was opened, pushed to, commented, checked, merged or closed. */
public record PullRequestChanged(PullRequestRef pullRequest) {}
