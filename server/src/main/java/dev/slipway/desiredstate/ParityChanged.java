package dev.slipway.desiredstate;

/** Hint: other environments are alike than before, or no longer. */
public record ParityChanged() {}
