package dev.slipway.ui.live;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.ui.LiveUpdates;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages that listen, bounded in number; all end before the web server stops, which would wait for them. */
@Component
class Listeners implements LiveUpdates, SmartLifecycle {

    private static final int MOST = 500;
    private static final int MOST_OF_ONE_VIEWER = 24;
    private static final int MOST_TOPICS = 200;

    /** The oldest first. */
    private final List<Listener> open = new CopyOnWriteArrayList<>();

    private volatile boolean running;

    /** A viewer who listens on too many pages loses the oldest: most likely it was left long ago, and otherwise it connects again. */
    synchronized SseEmitter listen(String viewer, Set<String> topics) {
        List<Listener> own = open.stream()
                .filter(listener -> listener.viewer().equals(viewer))
                .toList();
        if (own.size() >= MOST_OF_ONE_VIEWER) {
            own.getFirst().close();
        }
        if (open.size() >= MOST || topics.size() > MOST_TOPICS) {
            throw new ProblemException(
                    ProblemCode.LIMITED,
                    Problem.of("Too many pages are listening for changes.").next("Close some of them."));
        }
        Listener listener = new Listener(viewer, Set.copyOf(topics), open::remove);
        open.add(listener);
        listener.start();
        return listener.emitter();
    }

    @Override
    public void changed(String topic) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tell(topic);
                }
            });
        } else {
            tell(topic);
        }
    }

    private void tell(String topic) {
        open.forEach(listener -> listener.tell(topic));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(Listener::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
