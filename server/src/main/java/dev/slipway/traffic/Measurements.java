package dev.slipway.traffic;

import java.time.Instant;
import java.util.Map;

/** What was measured at the gateway, per application. */
public interface Measurements {

    /** Requests to an application that ended in this window; counted in steps of ten seconds, the first one whole. */
    Window between(String application, Instant from, Instant to);

    /** When each application was last asked something since then, to ten seconds; those that nobody asked are missing. */
    Map<String, Instant> lastRequests(Instant since);

    /**
     * Figures of a window; latencies in milliseconds, NaN without samples.
     *
     * @param errors answers with status 500 and above, and requests that nobody answered
     */
    record Window(long requests, long errors, double p50, double p95, double p99) {}
}
