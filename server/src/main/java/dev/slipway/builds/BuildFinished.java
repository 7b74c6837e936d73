package dev.slipway.builds;

/** Hint: a build succeeded, failed or was cancelled. */
public record BuildFinished(BuildId id) {}
