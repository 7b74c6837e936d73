package dev.slipway.delivery.workloads;

import dev.slipway.delivery.Health;

/**
 * How an object is.
 *
 * @param message why, when it is not healthy; otherwise what is worth knowing, or empty
 */
public record Verdict(Health health, String message) {

    static Verdict healthy() {
        return new Verdict(Health.HEALTHY, "");
    }

    /** @param message what there is to know although all is well */
    static Verdict healthy(String message) {
        return new Verdict(Health.HEALTHY, message);
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
