package dev.slipway.builds.local;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildId;
import dev.slipway.scheduling.Wakeups;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The builds that run in this process, a bounded number at a time. */
@Component
public class Workers {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final long LONGEST_STOP_SECONDS = 10;

    private final LocalRunner runner;
    private final LocalBuildProperties properties;
    private final Wakeups wakeups;
    private final ConcurrentMap<BuildId, Worker> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    private record Worker(Thread thread, CountDownLatch ended) {}

    public Workers(LocalRunner runner, LocalBuildProperties properties, Wakeups wakeups) {
        this.runner = runner;
        this.properties = properties;
        this.wakeups = wakeups;
    }

    Set<BuildId> running() {
        return Set.copyOf(running.keySet());
    }

    boolean full() {
        return stopping || running.size() >= properties.workers();
    }

    /** Runs the build in a thread of its own, unless it runs already. */
    void start(Build build) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread thread = Thread.ofVirtual().name("build-" + build.id()).unstarted(() -> work(build, ended));
        if (running.putIfAbsent(build.id(), new Worker(thread, ended)) == null) {
            thread.start();
        }
    }

    private void work(Build build, CountDownLatch ended) {
        try {
            runner.run(build);
        } catch (InterruptedException _) {
            LOG.debug("Build {} was stopped.", build.id());
        } finally {
            running.remove(build.id());
            ended.countDown();
            wakeups.wake(LocalBuilds.NAME);
        }
    }

    /** Ends the processes of a build that runs here, and returns when they have ended. */
    void interrupt(BuildId build) throws InterruptedException {
        Worker worker = running.get(build);
        if (worker != null) {
            worker.thread().interrupt();
            boolean _ = worker.ended().await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Their rows stay RUNNING: the next start queues them again. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        for (BuildId build : running()) {
            interrupt(build);
        }
    }
}
