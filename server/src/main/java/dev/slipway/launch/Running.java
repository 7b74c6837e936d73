package dev.slipway.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What this process has started, to be stopped in reverse; also when it is stopped while it still starts. */
final class Running {

    private record Part(String name, AutoCloseable closeable) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private final Progress progress;
    private boolean stopping;

    Running(Progress progress) {
        this.progress = progress;
    }

    /** Closes it at once when everything is being stopped already. */
    <T extends AutoCloseable> T add(String name, T part) {
        synchronized (parts) {
            if (!stopping) {
                parts.push(new Part(name, part));
                return part;
            }
        }
        close(new Part(name, part));
        throw new IllegalStateException("Slipway is being stopped.");
    }

    void stop() {
        synchronized (parts) {
            stopping = true;
        }
        for (Part part = poll(); part != null; part = poll()) {
            close(part);
        }
    }

    private @Nullable Part poll() {
        synchronized (parts) {
            return parts.poll();
        }
    }

    private void close(Part part) {
        try {
            part.closeable().close();
        } catch (Exception e) { // the next parts have to be stopped all the same
            progress.say("slipway: the " + part.name() + " could not be stopped: " + e.getMessage());
        }
    }
}
