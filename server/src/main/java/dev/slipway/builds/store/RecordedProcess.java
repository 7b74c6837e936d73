package dev.slipway.builds.store;

/** A process as the operating system tells it from a later one with the same number. */
public record RecordedProcess(long pid, long startedMillis) {}
