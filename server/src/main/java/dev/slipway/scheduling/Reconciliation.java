package dev.slipway.scheduling;

import java.time.Duration;

/**
 * Work that compares what is with what should be and mends the difference. A bean of this type runs on start, whenever
 * {@link Wakeups#wake} names it, and at least once per interval; never twice at the same time, whatever the number of
 * replicas. It keeps its state in Git and PostgreSQL, so that a killed run is simply run again. An exception is logged
 * and the next run comes after the interval.
 */
public interface Reconciliation {

    /** Unique, stable and lower-case, for example {@code promotion-candidates}: it is the key of a database row. */
    String name();

    /** The longest time between two runs when nothing wakes it. */
    Duration interval();

    /** Does what is due and returns; long work is started elsewhere and looked after here. */
    void reconcile();
}
