package dev.slipway.desiredstate;

import dev.slipway.kernel.CommitId;

/** Hint: another commit of the platform repository is the current desired state. */
public record DesiredStateChanged(CommitId commit) {}
