package dev.slipway.operations.backup;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Many backups may be taken at the same time, but nothing is removed meanwhile. */
final class RemovalGate {

    private static final int MANY = 1000;

    private final Semaphore permits = new Semaphore(MANY, true);

    /** A backup that is under way. */
    final class Pass {
        private final AtomicBoolean used = new AtomicBoolean();

        private Pass() {}

        /** It has ended; saying so twice does no harm. */
        void end() {
            if (used.compareAndSet(false, true)) {
                permits.release();
            }
        }
    }

    /** Waits for a removal that is under way. */
    Pass enter() {
        permits.acquireUninterruptibly();
        return new Pass();
    }

    /** @return false when a backup is under way, and nothing was done */
    boolean alone(Runnable removal) {
        if (!permits.tryAcquire(MANY)) {
            return false;
        }
        try {
            removal.run();
            return true;
        } finally {
            permits.release(MANY);
        }
    }
}
