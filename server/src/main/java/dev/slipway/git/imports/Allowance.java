package dev.slipway.git.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What one import, or one fetch of a mirror, may still receive, and until when. */
final class Allowance {

    private final Errand errand;
    private final long most;
    private final Instant latest;
    private final Clock clock;
    private long received;

    Allowance(Errand errand, long most, Duration time, Clock clock) {
        this.errand = errand;
        this.most = most;
        this.latest = clock.instant().plus(time);
        this.clock = clock;
    }

    /** It went over its limit. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded(String message) {
            super(message);
        }
    }

    synchronized void take(int bytes) throws Exceeded {
        received += bytes;
        if (received > most) {
            throw new Exceeded(
                    "The repository is larger than the " + (most >> 20) + " MB that " + errand.noun() + " may be.");
        }
        if (isOver()) {
            throw tookTooLong();
        }
    }

    Exceeded tookTooLong() {
        return new Exceeded("Fetching took longer than " + errand.noun() + " may take.");
    }

    Errand errand() {
        return errand;
    }

    boolean isOver() {
        return clock.instant().isAfter(latest);
    }

    synchronized long received() {
        return received;
    }
}
