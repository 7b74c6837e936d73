package dev.slipway.platform;

import org.jspecify.annotations.Nullable;

/**
 * What is checked once a Release is live in an environment.
 *
 * @param smokePath path that must answer 2xx; null for no smoke test
 */
public record Verification(@Nullable String smokePath) {}
