package dev.slipway.launch;

import java.util.concurrent.locks.LockSupport;

/** Between two looks at something outside of this process that tells nobody when it changes. */
final class Pause {

    private static final long NANOS = 15_000_000;

    private Pause() {}

    static void briefly() {
        LockSupport.parkNanos(NANOS);
        if (Thread.interrupted()) {
            throw new IllegalStateException("The start was interrupted.");
        }
    }
}
