package dev.slipway.platform;

/** Hint: a service was registered or given up. */
public record ServicesChanged() {}
