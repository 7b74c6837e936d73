package dev.slipway.scaffolding.run;

import dev.slipway.scaffolding.Step;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers a run's progress, so that it can go on after a crash. */
public interface Journal {

    /** The outputs of a step that finished before; empty when it did not. */
    Optional<Map<String, @Nullable Object>> finished(Step step);

    /** Whether the step was started before, in this process or an earlier one. */
    boolean begun(Step step);

    /** When the step was started first; the beginning of time where that is not remembered. */
    default Instant startedAt(Step step) {
        return Instant.EPOCH;
    }

    /** Whether somebody asked for the run to stop; it does before the next step that was not begun, and where it waits. */
    boolean cancelled();

    /** Whether the run stops before this step because it was cancelled. The same answer after a crash. */
    default boolean stopsBefore(Step step) {
        return cancelled() && !begun(step);
    }

    /** Why the step failed before; empty when it did not. It is not run again then. */
    default Optional<String> failure(Step step) {
        return Optional.empty();
    }

    /** Why the step may not go on although nothing failed: it, or the run, has taken too long. */
    default Optional<String> overdue(Step step) {
        return Optional.empty();
    }

    /** The outputs of a round of an {@code each} that finished before, although the step did not. Asked for actions that reach outside. */
    default Optional<Map<String, @Nullable Object>> finished(Step step, int round) {
        return Optional.empty();
    }

    default void finished(Step step, int round, Map<String, @Nullable Object> outputs) {}

    /** How often what the step made was taken back. */
    default int takenBack(Step step) {
        return 0;
    }

    /** Nothing is left of what the step made. */
    default void undone(Step step) {}

    void started(Step step);

    void log(Step step, String line);

    void waiting(Step step, String reason);

    void skipped(Step step);

    void finished(Step step, Map<String, @Nullable Object> outputs);

    void failed(Step step, String message);
}
