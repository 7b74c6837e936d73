package dev.slipway.scaffolder.run;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.store.RunLeases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** A thread for each run that is carried on, so that a slow one holds up no other, and one at a time for each. */
@Component
public class RunThreads implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunThreads.class);
    private static final int MOST_AT_ONCE = 16;
    private static final long HEARTBEAT_SECONDS = 5;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final RunLeases leases;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    /** With whether it is wanted once more. */
    private final Map<RunId, Boolean> under = new HashMap<>();

    private @Nullable ScheduledExecutorService heart;

    RunThreads(RunLeases leases) {
        this.leases = leases;
    }

    /** Has the run carried on; once more after that when it is being carried on already. */
    synchronized void carryOn(RunId run, Runnable work) {
        if (heart != null && under.put(run, under.containsKey(run)) == null) {
            Thread.ofVirtual().name("run-" + run).start(() -> rounds(run, work));
        }
    }

    private void rounds(RunId run, Runnable work) {
        boolean ended = false;
        try {
            do {
                places.acquire();
                try {
                    alone(run, work);
                } finally {
                    places.release();
                }
            } while (onceMore(run));
            ended = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            if (!ended) {
                forget(run);
            }
        }
    }

    private void alone(RunId run, Runnable work) {
        try {
            if (leases.take(run)) {
                work.run();
                leases.give(run);
            }
        } catch (RuntimeException e) { // the edge of a thread; the next round tries again
            LOG.error("Run {} could not go on", run, e);
        }
    }

    private synchronized boolean onceMore(RunId run) {
        if (heart != null && Boolean.TRUE.equals(under.get(run))) {
            under.put(run, false);
            return true;
        }
        forget(run);
        return false;
    }

    private synchronized void forget(RunId run) {
        under.remove(run);
        notifyAll();
    }

    private void beat() {
        List<RunId> held;
        synchronized (this) {
            held = new ArrayList<>(under.keySet());
        }
        try {
            if (!held.isEmpty()) {
                leases.keep(held);
            }
        } catch (DataAccessException e) {
            LOG.warn("The heart of the runs missed a beat: {}", e.getMessage());
        }
    }

    /** Until nothing is carried on any more; returns whether that came to pass in time. */
    public synchronized boolean awaitIdle(Duration atMost) throws InterruptedException {
        Instant latest = Instant.now().plus(atMost);
        while (!under.isEmpty()) {
            long left = Duration.between(Instant.now(), latest).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public synchronized void start() {
        heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("run-heart").daemon().factory());
        var _ = heart.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** What does not end in time is as if it had been killed. */
    @Override
    public synchronized void stop() {
        ScheduledExecutorService last = heart;
        heart = null;
        try {
            if (!awaitIdle(LONGEST_STOP)) {
                LOG.info("Runs that are in the middle of a step go on after the next start: {}", under.keySet());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (last != null) {
            last.shutdownNow();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return heart != null;
    }
}
