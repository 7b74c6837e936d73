package dev.slipway.scaffolder.endpoint;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.methods.HttpUriRequest;

/** Ends a call that takes too long as a whole: one who answers in drops never lets a connection run into its own time limit. */
final class Deadline implements AutoCloseable {

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("endpoint-deadlines").daemon().factory());

    private final Future<?> due;
    private volatile boolean passed;

    Deadline(HttpUriRequest request, Duration time) {
        due = CLOCK.schedule(() -> end(request), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end(HttpUriRequest request) {
        passed = true;
        request.abort();
    }

    boolean passed() {
        return passed;
    }

    @Override
    public void close() {
        due.cancel(false);
    }
}
