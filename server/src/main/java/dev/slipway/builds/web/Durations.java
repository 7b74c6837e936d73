package dev.slipway.builds.web;

import dev.slipway.builds.Build;
import dev.slipway.ui.RelativeTime;
import java.time.Duration;
import java.time.Instant;

/** How long builds take, in words. */
public final class Durations {

    private Durations() {}

    /** From its start to its end or now; a dash before it starts. */
    public static String of(Build build, Instant now) {
        if (build.startedAt() == null) {
            return "–";
        }
        Instant end = build.finishedAt() == null ? now : build.finishedAt();
        return RelativeTime.duration(Duration.between(build.startedAt(), end));
    }
}
