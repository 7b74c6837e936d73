package dev.slipway.delivery.process;

import java.time.Instant;

/**
 * A line of a log.
 *
 * @param at when it was written, or shortly after; see {@link PodLogs}
 */
public record WrittenLine(Instant at, String text) {}
