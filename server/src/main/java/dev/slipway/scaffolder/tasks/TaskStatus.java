package dev.slipway.scaffolder.tasks;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.slipway.scaffolder.RunStatus;
import dev.slipway.scaffolder.RunStep;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How a task, or a step of it, stands. */
enum TaskStatus {
    OPEN,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED,
    SKIPPED;

    static TaskStatus of(RunStatus status) {
        return switch (status) {
            case QUEUED -> OPEN;
            case RUNNING, WAITING -> PROCESSING;
            case SUCCEEDED -> COMPLETED;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
        };
    }

    static TaskStatus of(RunStep.Status status) {
        return switch (status) {
            case PENDING -> OPEN;
            case RUNNING, WAITING -> PROCESSING;
            case SUCCEEDED -> COMPLETED;
            case FAILED -> FAILED;
            case SKIPPED -> SKIPPED;
        };
    }

    /** Those of runs that are called so; none when nothing is. */
    static Set<RunStatus> runs(String text) {
        return Arrays.stream(RunStatus.values())
                .filter(status -> of(status).text().equals(text))
                .collect(Collectors.toSet());
    }

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
