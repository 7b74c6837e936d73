package dev.slipway.scaffolder.tasks;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.web.RunAccess;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens in a task: asked for now and then, or streamed. */
@RestController
@RequestMapping("/api/scaffolder/v2/tasks/{id}")
@Access(Permission.VIEW)
class TaskEventsApi {

    /** As long as Backstage lets its clients wait. */
    private static final Duration LONGEST_POLL = Duration.ofSeconds(30);

    private final TaskEvents events;
    private final TaskStreams streams;
    private final RunAccess access;
    private final CurrentActor actor;

    TaskEventsApi(TaskEvents events, TaskStreams streams, RunAccess access, CurrentActor actor) {
        this.events = events;
        this.streams = streams;
        this.access = access;
        this.actor = actor;
    }

    /** Those after a number; where there are none yet the answer waits for them. */
    @GetMapping("/events")
    List<TaskEvent> events(@PathVariable String id, @RequestParam(defaultValue = "0") long after)
            throws InterruptedException {
        RunId run = access.get(id).id();
        try (TaskStreams.Ear ear = streams.listen(run)) {
            List<TaskEvent> found = events.after(run, after);
            long latest = System.nanoTime() + LONGEST_POLL.toNanos();
            while (found.isEmpty() && System.nanoTime() < latest) {
                ear.await(Duration.ofNanos(latest - System.nanoTime()));
                found = events.after(run, after);
            }
            return found;
        }
    }

    /** @param lastEventId of a browser that connects again */
    @GetMapping(path = "/eventstream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response) {
        RunId run = access.get(id).id();
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(
                run,
                lastEventId == null ? after : seen(lastEventId, after),
                actor.get().account());
    }

    private static long seen(String lastEventId, long after) {
        return lastEventId.matches("[0-9]{1,18}") ? Math.max(after, Long.parseLong(lastEventId)) : after;
    }
}
