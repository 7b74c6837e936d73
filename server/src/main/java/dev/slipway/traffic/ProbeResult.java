package dev.slipway.traffic;

import java.time.Duration;

/** What a request came to. */
public sealed interface ProbeResult {

    /** @param body the first 2 000 characters */
    record Answered(int status, String body, Duration latency) implements ProbeResult {}

    record Failed(String reason) implements ProbeResult {}
}
