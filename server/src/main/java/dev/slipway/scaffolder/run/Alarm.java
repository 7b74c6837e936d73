package dev.slipway.scaffolder.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Interrupts the thread that set it, unless it is put off before. */
final class Alarm implements AutoCloseable {

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("run-alarms").daemon().factory());

    private final AtomicBoolean over = new AtomicBoolean();
    private final ScheduledFuture<?> ringing;
    private volatile boolean rang;

    private Alarm(Thread sleeper, Duration after) {
        ringing = CLOCK.schedule(() -> ring(sleeper), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Alarm after(Duration time) {
        return new Alarm(Thread.currentThread(), time);
    }

    private void ring(Thread sleeper) {
        if (over.compareAndSet(false, true)) {
            rang = true;
            sleeper.interrupt();
        }
    }

    boolean rang() {
        return rang;
    }

    /** Leaves no interruption of its own behind. */
    @Override
    public void close() {
        ringing.cancel(false);
        if (!over.compareAndSet(false, true)) {
            while (!rang) {
                Thread.onSpinWait();
            }
            var _ = Thread.interrupted();
        }
    }
}
