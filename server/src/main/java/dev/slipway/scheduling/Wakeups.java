package dev.slipway.scheduling;

/** Wakes reconciliations. A wake-up is a hint: losing one delays work by the interval, and never loses it. */
public interface Wakeups {

    /**
     * Runs the reconciliation soon, or once more after the run under way. Returns at once; cheap; safe inside a
     * transaction, where it takes effect after the commit.
     *
     * @param name of a {@link Reconciliation}
     */
    void wake(String name);
}
