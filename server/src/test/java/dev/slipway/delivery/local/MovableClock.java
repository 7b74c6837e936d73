package dev.slipway.delivery.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Goes on by itself, from wherever it was moved to. */
final class MovableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void moveTo(Instant instant) {
        ahead = Duration.between(Instant.now(), instant);
    }

    void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
