package dev.slipway.services.onboarding;

import dev.slipway.builds.BuildForecasts;
import dev.slipway.git.GitHost;
import dev.slipway.git.GitImports;
import dev.slipway.git.RemoteHistory;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.services.Onboarding;
import dev.slipway.services.OnboardingId;
import dev.slipway.ui.LiveUpdates;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fetches histories beside the reconciliation, which looks after them: what a killed process was fetching is begun again by
 * the next, and Git asks only for what is missing.
 */
@Component
class Histories {

    private static final Logger LOG = LoggerFactory.getLogger(Histories.class);
    private static final int AT_ONCE = 2;
    private static final int MOST_ATTEMPTS = 3;

    private final OnboardingStore store;
    private final GitImports imports;
    private final GitHost host;
    private final BuildForecasts builds;
    private final Wakeups wakeups;
    private final LiveUpdates live;
    private final Map<OnboardingId, String> failures = new ConcurrentHashMap<>();
    private final Map<OnboardingId, Thread> running = new ConcurrentHashMap<>();
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Histories(
            OnboardingStore store,
            GitImports imports,
            GitHost host,
            BuildForecasts builds,
            Wakeups wakeups,
            LiveUpdates live) {
        this.store = store;
        this.imports = imports;
        this.host = host;
        this.builds = builds;
        this.wakeups = wakeups;
        this.live = live;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Why it cannot be fetched, once that is certain; null while it may. */
    @org.jspecify.annotations.Nullable
    String failure(Onboarding onboarding) {
        return failures.get(onboarding.id());
    }

    /** Fetches, unless that is under way. */
    void fetch(Onboarding onboarding) {
        if (running.containsKey(onboarding.id())) {
            return;
        }
        threads.execute(() -> {
            if (running.putIfAbsent(onboarding.id(), Thread.currentThread()) == null) {
                try {
                    slots.acquire();
                    attempt(onboarding);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                } finally {
                    running.remove(onboarding.id());
                    wakeups.wake(OnboardingReconciliation.NAME);
                }
            }
        });
    }

    boolean isFetching(OnboardingId id) {
        return running.containsKey(id);
    }

    /** Ends a fetch that nobody wants any more. */
    void interrupt(OnboardingId id) {
        Thread thread = running.get(id);
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void attempt(Onboarding onboarding) {
        try {
            RemoteHistory history = imports.fetch(
                    Objects.requireNonNull(onboarding.source()),
                    onboarding.repository(),
                    line -> progress(onboarding, line));
            store.fetched(onboarding.id(), history.defaultBranch());
        } catch (ProblemException e) {
            if (e.code() != ProblemCode.UNAVAILABLE || store.tried(onboarding.id()) >= MOST_ATTEMPTS) {
                failures.put(onboarding.id(), sentences(e));
            } else {
                progress(onboarding, "It is tried again: " + sentences(e));
            }
        } catch (RuntimeException e) { // the edge of a thread
            LOG.warn("The import for \"{}\" broke off.", onboarding.service(), e);
            if (store.tried(onboarding.id()) >= MOST_ATTEMPTS) {
                failures.put(onboarding.id(), "The import broke off; the server's log says more.");
            }
        } finally {
            slots.release();
        }
    }

    private void progress(Onboarding onboarding, String line) {
        if (store.remark(onboarding.id(), line)) {
            live.changed("onboarding/" + onboarding.id());
        }
    }

    /** The history gets its names. Only main is built: old branches are not news. */
    void publish(Onboarding onboarding, String defaultBranch, Actor actor) {
        SortedMap<String, CommitId> branches = imports.fetched(onboarding.repository(), defaultBranch);
        Map<String, CommitId> old = new HashMap<>(branches);
        old.remove("refs/heads/main");
        builds.passOver(onboarding.repository(), old);
        imports.publish(onboarding.repository(), defaultBranch, actor);
    }

    void createRepository(Onboarding onboarding, Actor actor) {
        if (host.repository(onboarding.repository()).isEmpty()) {
            host.create(onboarding.repository(), onboarding.wish().description(), actor);
        }
    }

    private static String sentences(ProblemException e) {
        return e.problems().stream()
                .map(problem -> new Problem(null, problem.message(), problem.expected(), problem.next()).toString())
                .collect(java.util.stream.Collectors.joining(" "));
    }
}
