package dev.slipway.delivery;

import java.util.Set;

/** Hint: these applications' states changed. */
public record LiveStateChanged(Set<String> applications) {}
