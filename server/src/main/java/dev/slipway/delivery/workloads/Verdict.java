package dev.slipway.delivery.workloads;

import dev.slipway.delivery.Health;

/**
 * How an object is.
 *
 * @param message why, when it is not healthy
 */
public record Verdict(Health health, String message) {

    static Verdict healthy() {
        return new Verdict(Health.HEALTHY, "");
    }

    static Verdict progressing(String message) {
        return new Verdict(Health.PROGRESSING, message);
    }

    static Verdict degraded(String message) {
        return new Verdict(Health.DEGRADED, message);
    }

    public boolean worseThan(Verdict other) {
        return health.compareTo(other.health) > 0;
    }
}
