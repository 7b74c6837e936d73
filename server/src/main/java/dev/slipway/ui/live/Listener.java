package dev.slipway.ui.live;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One page that listens. A virtual thread of its own sends, so that a slow browser holds up nobody. */
final class Listener {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final long HEARTBEAT_SECONDS = 15;
    private static final int MOST_WAITING = 256;
    private static final String END = "";

    private final String viewer;
    private final Set<String> topics;
    private final Consumer<Listener> onEnd;
    private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean closed;

    Listener(String viewer, Set<String> topics, Consumer<Listener> onEnd) {
        this.viewer = viewer;
        this.topics = topics;
        this.onEnd = onEnd;
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
        emitter.onError(_ -> close());
    }

    String viewer() {
        return viewer;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void start() {
        Thread.ofVirtual().name("live-" + viewer).start(this::send);
    }

    /** A listener that cannot keep up is closed: it connects again and fetches everything. */
    void tell(String topic) {
        if (concerns(topic) && !waiting.offer(topic)) {
            close();
        }
    }

    private boolean concerns(String topic) {
        return topics.stream().anyMatch(mine -> topic.equals(mine) || topic.startsWith(mine + "/"));
    }

    void close() {
        closed = true;
        onEnd.accept(this);
        waiting.clear();
        var _ = waiting.offer(END);
    }

    private void send() {
        try {
            emitter.send(SseEmitter.event().reconnectTime(2000).name("hello").data("listening"));
            while (!closed) {
                sendNext(waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS));
            }
        } catch (IOException | IllegalStateException _) {
            closed = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            onEnd.accept(this);
            emitter.complete();
        }
    }

    private void sendNext(@Nullable String topic) throws IOException {
        if (topic == null) {
            emitter.send(SseEmitter.event().comment("still here"));
            return;
        }
        Set<String> topicsOnce = new LinkedHashSet<>(Set.of(topic));
        waiting.drainTo(topicsOnce);
        topicsOnce.remove(END);
        for (String once : topicsOnce) {
            emitter.send(SseEmitter.event().name("changed").data(once));
        }
    }
}
