package dev.slipway.delivery.local;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.LiveStateChanged;
import dev.slipway.delivery.pods.Pods;
import dev.slipway.delivery.process.PodLogs;
import dev.slipway.delivery.workloads.ServiceEndpoints;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.ui.LiveUpdates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The loop of the local cluster: one thread owns all pods and applications, so that nothing happens twice at the same time.
 * Others hand it commands and read its newest snapshot.
 */
@Component
class LocalCluster implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LocalCluster.class);
    private static final long TICK_MILLIS = 100;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);
    private static final Duration LOG_CARE = Duration.ofSeconds(2);

    private final ApplicationLoop applications;
    private final Pods pods;
    private final ServiceEndpoints endpoints;
    private final PodLogs logs;
    private final DesiredState desired;
    private final ApplicationEventPublisher events;
    private final LiveUpdates updates;
    private final Clock clock;
    private final LinkedBlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private volatile Map<String, ApplicationState> states = Map.of();
    private volatile boolean running;
    private @Nullable Thread thread;
    private Instant logsCaredFor = Instant.MIN;

    LocalCluster(
            ApplicationLoop applications,
            Pods pods,
            ServiceEndpoints endpoints,
            PodLogs logs,
            DesiredState desired,
            ApplicationEventPublisher events,
            LiveUpdates updates,
            Clock clock) {
        this.applications = applications;
        this.pods = pods;
        this.endpoints = endpoints;
        this.logs = logs;
        this.desired = desired;
        this.events = events;
        this.updates = updates;
        this.clock = clock;
    }

    Map<String, ApplicationState> states() {
        return states;
    }

    /** Looks again soon. */
    void wake() {
        var _ = commands.offer(() -> {});
    }

    /** Runs this in the loop before its next round, and waits until it is done. */
    void command(java.util.function.Consumer<ApplicationLoop> command) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        commands.add(() -> {
            try {
                command.accept(applications);
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        done.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void start() {
        applications.load();
        pods.adopt();
        running = true;
        thread = Thread.ofPlatform().name("local-cluster").start(this::loop);
    }

    private void loop() {
        while (running) {
            try {
                List<Runnable> due = new ArrayList<>();
                Runnable first = commands.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    due.add(first);
                    commands.drainTo(due);
                }
                due.forEach(Runnable::run);
                round();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("A round of the local cluster failed; the next one follows.", e);
            }
        }
    }

    private void round() {
        Instant now = clock.instant();
        Map<String, ApplicationState> newest =
                applications.round(desired.current().orElse(null), now);
        Map<String, ApplicationState> before = states;
        states = newest;
        tell(before, newest);
        if (logsCaredFor.equals(Instant.MIN) || logsCaredFor.plus(LOG_CARE).isBefore(now)) {
            logsCaredFor = now;
            logs.shorten();
            logs.grown(pods.all().stream()
                            .collect(Collectors.toMap(
                                    pod -> pod.row().id(), pod -> pod.row().application())))
                    .forEach(name -> updates.changed("application/" + name + "/log"));
        }
    }

    private void tell(Map<String, ApplicationState> before, Map<String, ApplicationState> newest) {
        Set<String> changed = new TreeSet<>();
        newest.forEach((name, state) -> {
            ApplicationState last = before.get(name);
            if (last == null || ApplicationLoop.differ(last, state)) {
                changed.add(name);
            }
        });
        before.keySet().stream().filter(name -> !newest.containsKey(name)).forEach(changed::add);
        if (!changed.isEmpty()) {
            events.publishEvent(new LiveStateChanged(changed));
            changed.forEach(name -> updates.changed("application/" + name));
        }
    }

    /** An orderly stop: ends all workloads. */
    @Override
    public void stop() {
        endLoop();
        endpoints.clear();
        pods.stop(LONGEST_STOP);
    }

    /** As if Slipway were killed: the workloads go on. */
    void abandon() {
        endLoop();
    }

    private void endLoop() {
        running = false;
        Thread last = thread;
        if (last != null) {
            try {
                last.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
