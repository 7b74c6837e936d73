package dev.slipway.traffic.front;

import java.time.Duration;

/** Measures one request from its first byte to the end of its answer. */
record Served(Workloads workloads, long started) {

    /** @param application empty when the route reached none: then there is nothing to measure */
    void with(String application, int status) {
        if (!application.isEmpty()) {
            workloads.served(application, status, Duration.ofNanos(System.nanoTime() - started));
        }
    }
}
