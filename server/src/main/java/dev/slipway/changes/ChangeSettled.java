package dev.slipway.changes;

import dev.slipway.kernel.ChangeId;

/** Hint: this change has a (new) outcome. */
public record ChangeSettled(ChangeId id) {}
