package dev.slipway.scaffolder.tasks;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.RunChanged;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.ScaffolderException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Who listens to runs at the moment, bounded in number; all streams end before the web server stops, which would wait for them. */
@Component
class TaskStreams implements SmartLifecycle {

    private static final int MOST = 500;
    private static final int MOST_OF_ONE_ACCOUNT = 50;

    /** Another replica may write the log: nobody rings for that. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final TaskEvents events;
    private final Map<RunId, Set<Ear>> ears = new ConcurrentHashMap<>();
    private final Set<TaskStream> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    TaskStreams(TaskEvents events) {
        this.events = events;
    }

    /** Hears that something has been written about a run. */
    final class Ear implements AutoCloseable {
        private final RunId run;
        private final Semaphore rings = new Semaphore(0);

        private Ear(RunId run) {
            this.run = run;
        }

        /** Until it rings, or might have without being heard. */
        void await(Duration atMost) throws InterruptedException {
            long millis = Math.min(atMost.toMillis(), LONGEST_PAUSE.toMillis());
            if (rings.tryAcquire(Math.max(1, millis), TimeUnit.MILLISECONDS)) {
                rings.drainPermits();
            }
        }

        @Override
        public void close() {
            ears.computeIfPresent(run, (_, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }

    Ear listen(RunId run) {
        Ear ear = new Ear(run);
        ears.compute(run, (_, all) -> {
            Set<Ear> with = all == null ? ConcurrentHashMap.newKeySet() : all;
            with.add(ear);
            return with;
        });
        return ear;
    }

    @EventListener
    void ring(RunChanged changed) {
        ears.getOrDefault(changed.run(), Set.of()).forEach(ear -> ear.rings.release());
    }

    SseEmitter open(RunId run, long after, String account) {
        long own = streams.stream()
                .filter(stream -> stream.account().equals(account))
                .count();
        if (!running || streams.size() >= MOST || own >= MOST_OF_ONE_ACCOUNT) {
            throw new ScaffolderException(
                    ProblemCode.LIMITED,
                    Problem.of("Too many clients follow runs.").next("Close some, or ask for events instead."));
        }
        TaskStream stream = new TaskStream(run, after, account, events, listen(run), streams::remove);
        streams.add(stream);
        stream.start();
        return stream.emitter();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        streams.forEach(TaskStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
