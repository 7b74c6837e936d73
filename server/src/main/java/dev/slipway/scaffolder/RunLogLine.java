package dev.slipway.scaffolder;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a run's log.
 *
 * @param number rises within the run, without gaps
 * @param step empty for the run as a whole
 * @param status how the step stands from here on; null for a line that changes nothing
 * @param body of the end of an attempt: what came of it
 */
public record RunLogLine(
        long number,
        String step,
        Instant at,
        String text,
        Kind kind,
        RunStep.@Nullable Status status,
        @Nullable Map<String, @Nullable Object> body) {

    /** What a line tells. */
    public enum Kind {
        LINE,
        /** Somebody asked for the run to stop. */
        CANCELLED,
        /** The run is tried again; what comes before belongs to an earlier attempt. */
        RETRIED,
        /** The attempt is over. */
        ENDED
    }
}
