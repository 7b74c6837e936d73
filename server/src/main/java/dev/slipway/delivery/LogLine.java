package dev.slipway.delivery;

import java.time.Instant;

/**
 * A line that a pod wrote.
 *
 * @param at when it was written, as exactly as the engine knows
 * @param container which of the pod's containers, init containers among them
 */
public record LogLine(Instant at, String pod, String container, String text) {}
