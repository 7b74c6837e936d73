package dev.slipway.cli.client;

import java.time.Duration;

/** Waiting between two requests. */
public final class Pauses {

    private Pauses() {}

    /** Ends early when the thread is interrupted. */
    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
