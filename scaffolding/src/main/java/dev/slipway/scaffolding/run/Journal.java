package dev.slipway.scaffolding.run;

import dev.slipway.scaffolding.Step;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers a run's progress, so that it can go on after a crash. */
public interface Journal {

    /** The outputs of a step that finished before; empty when it did not. */
    Optional<Map<String, @Nullable Object>> finished(Step step);

    /** Whether the step was started before, in this process or an earlier one. */
    boolean begun(Step step);

    /** Whether somebody asked for the run to stop; it does before the next step that was not begun. */
    boolean cancelled();

    void started(Step step);

    void log(Step step, String line);

    void waiting(Step step, String reason);

    void skipped(Step step);

    void finished(Step step, Map<String, @Nullable Object> outputs);

    void failed(Step step, String message);
}
