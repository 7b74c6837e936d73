package dev.slipway.ui.live;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.ui.LiveUpdates;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Set<Listener> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    SseEmitter listen(String viewer, Set<String> topics) {
        long own = open.stream()
                .filter(listener -> listener.viewer().equals(viewer))
                .count();
        if (open.size() >= MOST || own >= MOST_OF_ONE_VIEWER || topics.size() > MOST_TOPICS) {
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
