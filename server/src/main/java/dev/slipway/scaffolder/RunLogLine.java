package dev.slipway.scaffolder;

import java.time.Instant;

/**
 * A line of a run's log.
 *
 * @param number rises within the run
 * @param step empty for the run as a whole
 */
public record RunLogLine(long number, String step, Instant at, String text) {}
