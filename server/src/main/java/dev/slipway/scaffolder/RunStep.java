package dev.slipway.scaffolder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run.
 *
 * @param detail what it waits for, or why it failed
 */
public record RunStep(
        String id,
        String name,
        String action,
        Status status,
        @Nullable String detail,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** How a step stands. */
    public enum Status {
        PENDING,
        RUNNING,
        WAITING,
        SUCCEEDED,
        FAILED,
        SKIPPED
    }
}
