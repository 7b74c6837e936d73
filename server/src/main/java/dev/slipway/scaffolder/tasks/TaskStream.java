package dev.slipway.scaffolder.tasks;

import dev.slipway.scaffolder.RunId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * A client that follows a run. A virtual thread of its own reads what is new and sends it, as fast as this client takes it: nothing is
 * kept in memory for a slow one.
 */
final class TaskStream {

    private static final Logger LOG = LoggerFactory.getLogger(TaskStream.class);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final RunId run;
    private final String account;
    private final TaskEvents events;
    private final TaskStreams.Ear ear;
    private final Consumer<TaskStream> onEnd;
    private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    private long seen;
    private volatile boolean closed;
    private Instant spoke = Instant.now();

    TaskStream(
            RunId run, long after, String account, TaskEvents events, TaskStreams.Ear ear, Consumer<TaskStream> onEnd) {
        this.run = run;
        this.seen = after;
        this.account = account;
        this.events = events;
        this.ear = ear;
        this.onEnd = onEnd;
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
        emitter.onError(_ -> close());
    }

    String account() {
        return account;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void start() {
        Thread.ofVirtual().name("task-" + run).start(this::follow);
    }

    void close() {
        closed = true;
    }

    private void follow() {
        try (ear) {
            while (!closed && !sendNew()) {
                ear.await(HEARTBEAT);
                stillHere();
            }
        } catch (IOException | IllegalStateException _) {
            closed = true;
        } catch (DataAccessException e) {
            LOG.warn("The events of run {} could not be read: {}", run, e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            onEnd.accept(this);
            emitter.complete();
        }
    }

    /** Returns whether that was the end. */
    private boolean sendNew() throws IOException {
        List<TaskEvent> found = events.after(run, seen);
        while (!closed && !found.isEmpty()) {
            for (TaskEvent event : found) {
                send(event);
                if (event.last()) {
                    return true;
                }
            }
            found = events.after(run, seen);
        }
        return false;
    }

    private void send(TaskEvent event) throws IOException {
        emitter.send(SseEmitter.event()
                .id(Long.toString(event.id()))
                .name(event.type())
                .data(event, MediaType.APPLICATION_JSON));
        seen = Math.max(seen, event.id());
        spoke = Instant.now();
    }

    private void stillHere() throws IOException {
        if (spoke.plus(HEARTBEAT).isBefore(Instant.now())) {
            emitter.send(SseEmitter.event().comment("still here"));
            spoke = Instant.now();
        }
    }
}
