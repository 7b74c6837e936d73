package dev.slipway.platform;

/** Hint: another platform definition is in force, or a broken one was found. */
public record PlatformChanged() {}
