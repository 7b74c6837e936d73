package dev.slipway.scaffolder.tasks;

import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.RunLogLine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a run's log as Backstage's {@code SerializedTaskEvent}. */
record TaskEvent(long id, String taskId, Map<String, @Nullable Object> body, String type, Instant createdAt) {

    static final String COMPLETION = "completion";

    static TaskEvent of(RunId run, RunLogLine line) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("message", line.text());
        if (!line.step().isEmpty()) {
            body.put("stepId", line.step());
        }
        if (line.status() != null) {
            body.put("status", TaskStatus.of(line.status()));
        }
        if (line.body() != null) {
            body.putAll(line.body());
        }
        if (line.kind() == RunLogLine.Kind.CANCELLED) {
            body.put("status", TaskStatus.CANCELLED);
        }
        return new TaskEvent(line.number(), run.toString(), body, type(line.kind()), line.at());
    }

    private static String type(RunLogLine.Kind kind) {
        return switch (kind) {
            case LINE -> "log";
            case CANCELLED -> "cancelled";
            case RETRIED -> "recovered";
            case ENDED -> COMPLETION;
        };
    }

    /** Runs of earlier versions end without a line that says so. */
    TaskEvent asLast() {
        return new TaskEvent(id, taskId, body, COMPLETION, createdAt);
    }

    boolean last() {
        return type.equals(COMPLETION);
    }
}
