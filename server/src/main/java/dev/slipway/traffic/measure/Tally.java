package dev.slipway.traffic.measure;

import dev.slipway.traffic.Measurements.Window;
import java.time.Duration;

/** Requests of one application, counted. Not thread-safe. */
final class Tally {

    private static final int FIRST_ERROR = 500;

    private long requests;
    private long errors;
    private final Latencies latencies = new Latencies();

    Tally() {}

    Tally(long requests, long errors) {
        this.requests = requests;
        this.errors = errors;
    }

    void add(int status, Duration latency) {
        requests++;
        errors += status >= FIRST_ERROR ? 1 : 0;
        latencies.add(latency);
    }

    void add(Tally other) {
        requests += other.requests;
        errors += other.errors;
        latencies.addAll(other.latencies);
    }

    Tally copy() {
        Tally copy = new Tally();
        copy.add(this);
        return copy;
    }

    long requests() {
        return requests;
    }

    long errors() {
        return errors;
    }

    Latencies latencies() {
        return latencies;
    }

    Window window() {
        return new Window(
                requests, errors, latencies.percentile(0.5), latencies.percentile(0.95), latencies.percentile(0.99));
    }
}
