package dev.slipway.ui;

/**
 * Tells open pages that something has changed. An element with {@code data-live="service/pricing-api"} fetches itself again
 * when that topic, or one below it ({@code service/pricing-api/production}), has changed.
 */
public interface LiveUpdates {

    /** Cheap, never blocks, never fails; inside a transaction it takes effect after the commit. A hint: nothing relies on it. */
    void changed(String topic);
}
