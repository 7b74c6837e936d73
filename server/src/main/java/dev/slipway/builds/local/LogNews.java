package dev.slipway.builds.local;

import dev.slipway.builds.BuildId;
import dev.slipway.ui.LiveUpdates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells pages that a log has grown, but not for every line: what comes last is told by the step's end. */
final class LogNews {

    private static final Duration SHORTEST = Duration.ofMillis(400);

    private final String topic;
    private final LiveUpdates live;
    private final Clock clock;
    private Instant last = Instant.EPOCH;

    LogNews(BuildId build, LiveUpdates live, Clock clock) {
        this.topic = "build/" + build + "/log";
        this.live = live;
        this.clock = clock;
    }

    synchronized void grown() {
        Instant now = clock.instant();
        if (Duration.between(last, now).compareTo(SHORTEST) >= 0) {
            last = now;
            live.changed(topic);
        }
    }
}
