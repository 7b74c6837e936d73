package dev.slipway.delivery;

import java.time.Instant;

/** A line that a pod wrote. */
public record LogLine(Instant at, String pod, String text) {}
