package dev.slipway.builds;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a local build.
 *
 * @param name for example {@code test}
 * @param status RUNNING, SUCCEEDED, FAILED or CANCELLED
 * @param finishedAt null while it runs
 */
public record BuildStep(
        String name,
        BuildStatus status,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How long it took, or has taken until now. */
    public Duration duration(Instant now) {
        return Duration.between(startedAt, finishedAt == null ? now : finishedAt);
    }
}
