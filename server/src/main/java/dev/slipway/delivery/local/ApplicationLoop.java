package dev.slipway.delivery.local;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.pods.Pods;
import dev.slipway.delivery.store.ApplicationRow;
import dev.slipway.delivery.store.ApplicationRows;
import dev.slipway.delivery.store.ObjectRows;
import dev.slipway.delivery.sync.Comparison;
import dev.slipway.delivery.sync.Finalizers;
import dev.slipway.delivery.sync.Syncs;
import dev.slipway.delivery.workloads.Controllers;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.ClusterName;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.Platforms;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One round over all applications: sync what is due, let processes follow, judge. Confined to the loop's thread. */
@Component
class ApplicationLoop {

    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration BLIND = Duration.ofSeconds(30);

    private final ApplicationRows applications;
    private final ObjectRows objectRows;
    private final Syncs syncs;
    private final Controllers controllers;
    private final Pods pods;
    private final StateBuilder states;
    private final Platforms platforms;
    private final Map<String, ApplicationRow> rows = new HashMap<>();
    private final Map<String, Compared> compared = new HashMap<>();
    private final Map<String, Instant> judgedAt = new HashMap<>();
    private LiveObjects live = new LiveObjects(List.of());
    private @Nullable Desired lastDesired;
    private Instant lastKept = Instant.MIN;

    private record Compared(
            Desired desired, LiveObjects live, @Nullable Cluster cluster, Comparison comparison) {}

    ApplicationLoop(
            ApplicationRows applications,
            ObjectRows objectRows,
            Syncs syncs,
            Controllers controllers,
            Pods pods,
            StateBuilder states,
            Platforms platforms) {
        this.applications = applications;
        this.objectRows = objectRows;
        this.syncs = syncs;
        this.controllers = controllers;
        this.pods = pods;
        this.states = states;
        this.platforms = platforms;
    }

    /** Nobody looked until now, so nothing is known to have been healthy. */
    void load() {
        rows.clear();
        applications.all().forEach(row -> rows.put(row.name(), row));
        live = new LiveObjects(objectRows.all());
        lastDesired = null;
        judgedAt.clear();
    }

    void change(String application, java.util.function.UnaryOperator<ApplicationRow> change) {
        put(change.apply(row(application)));
    }

    /** @param desired null while Git has not been read: what runs goes on running */
    Map<String, ApplicationState> round(@Nullable Desired desired, Instant now) {
        if (desired != null) {
            rememberCascades(desired);
            desired.applications().forEach(application -> syncIfDue(application, desired, now));
            removeVanished(desired);
        }
        controllers.control(live, application -> row(application).restartedAt(), now);
        Map<String, ApplicationState> newest = new TreeMap<>();
        if (desired != null) {
            desired.applications()
                    .forEach(application -> newest.put(application.name(), judged(application, desired, now)));
            leaving(desired).forEach(row -> newest.put(row.name(), states.leaving(row, live, now)));
        }
        keepTime(now);
        return newest;
    }

    private void keepTime(Instant now) {
        if (lastKept.equals(Instant.MIN) || lastKept.plus(BLIND).isBefore(now)) {
            applications.observed(now);
            lastKept = now;
        }
    }

    @SuppressWarnings("ReferenceEquality") // another reading of Git is another object
    private void rememberCascades(Desired desired) {
        if (desired == lastDesired) {
            return;
        }
        Set<String> cascading = Finalizers.cascading(desired);
        for (DesiredApplication application : desired.applications()) {
            boolean cascade = cascading.contains(application.name());
            ApplicationRow row = row(application.name());
            if (row.cascade() != cascade) {
                put(row.cascading(cascade));
            }
        }
        lastDesired = desired;
    }

    private void syncIfDue(DesiredApplication application, Desired desired, Instant now) {
        ApplicationRow row = row(application.name());
        if (application.deleting()) {
            delete(application.name());
            return;
        }
        Comparison comparison = comparison(application, desired, now);
        if (isDue(application, row, comparison, now)) {
            compared.remove(application.name());
            Comparison fresh = comparison(application, desired, now);
            put(syncs.sync(application, desired.commit(), fresh, row, application.prune(), now));
            reload();
        } else if (row.phase() == OperationPhase.RUNNING) {
            lookAfterHooks(comparison, row, now);
        }
    }

    private static boolean isDue(
            DesiredApplication application, ApplicationRow row, Comparison comparison, Instant now) {
        if (row.requestedBy() != null) {
            return true;
        }
        if (!application.automated()) {
            return false;
        }
        boolean applied = application.fingerprint().equals(row.fingerprint());
        if (applied) {
            return application.selfHeal() && comparison.problems().isEmpty() && differs(application, comparison);
        }
        boolean mended = !application.fingerprint().equals(row.attempted())
                || comparison.problems().isEmpty();
        return mended
                || row.finishedAt() == null
                || row.finishedAt().plus(RETRY).isBefore(now);
    }

    private static boolean differs(DesiredApplication application, Comparison comparison) {
        return !comparison.changed().isEmpty()
                || (application.prune() && !comparison.surplus().isEmpty());
    }

    /** PostSync: when everything applied is healthy, the hooks run once; their end is the operation's end. */
    private void lookAfterHooks(Comparison comparison, ApplicationRow row, Instant now) {
        List<LiveObject> started = comparison.hooks().stream()
                .flatMap(hook -> live.find(hook.key()).stream())
                .toList();
        if (started.isEmpty()) {
            boolean healthy = comparison.objects().stream()
                    .flatMap(object -> live.find(object.key()).stream())
                    .allMatch(object -> health(object, row, now) == Health.HEALTHY);
            if (healthy) {
                syncs.startHooks(comparison);
                reload();
            }
            return;
        }
        if (started.stream().anyMatch(hook -> health(hook, row, now) == Health.DEGRADED)) {
            put(row.operation(OperationPhase.FAILED, "a hook failed: " + names(started), now));
        } else if (started.stream().allMatch(hook -> health(hook, row, now) == Health.HEALTHY)) {
            put(row.operation(OperationPhase.SUCCEEDED, "successfully synced, hooks succeeded", now));
        }
    }

    private Health health(LiveObject object, ApplicationRow row, Instant now) {
        return controllers.health(object, live, row.restartedAt(), now).health();
    }

    private static String names(List<LiveObject> objects) {
        return objects.stream().map(each -> each.key().toString()).collect(Collectors.joining(", "));
    }

    /** An Application that is gone from Git takes its objects along if it had Argo CD's finalizer; otherwise they stay. */
    private void removeVanished(Desired desired) {
        List<String> vanished = rows.keySet().stream()
                .filter(name -> desired.application(name).isEmpty())
                .toList();
        for (String name : vanished) {
            if (row(name).cascade()) {
                delete(name);
            }
            if (live.of(name).isEmpty() && pods.of(name).isEmpty()) {
                applications.remove(name);
                rows.remove(name);
            }
        }
    }

    /** As Argo CD keeps an Application with its finalizer until everything of it has gone. */
    private List<ApplicationRow> leaving(Desired desired) {
        return rows.values().stream()
                .filter(row -> row.cascade() && desired.application(row.name()).isEmpty())
                .toList();
    }

    private void delete(String application) {
        if (!live.of(application).isEmpty()) {
            syncs.cascade(application, live);
            reload();
        }
    }

    /** Whether nobody has looked at the application for so long that its health in between is unknown. */
    private boolean wasBlind(String application, Instant now) {
        Instant last = judgedAt.put(application, now);
        return last == null || last.plus(BLIND).isBefore(now);
    }

    private ApplicationState judged(DesiredApplication application, Desired desired, Instant now) {
        ApplicationRow row = row(application.name());
        Comparison comparison = application.deleting()
                ? new Comparison(List.of(), List.of(), List.of(), List.of(), List.of())
                : comparison(application, desired, now);
        ApplicationState state = states.state(application, desired.commit(), comparison, row, live, now);
        boolean healthy = state.health() == Health.HEALTHY;
        boolean blind = wasBlind(application.name(), now);
        Instant since = !healthy ? null : blind || row.healthySince() == null ? now : row.healthySince();
        if (!Objects.equals(since, row.healthySince())) {
            put(row.healthy(since, now));
            state = states.state(application, desired.commit(), comparison, row(application.name()), live, now);
        }
        return state;
    }

    /** Computed again only when one of its sides is another: the loop asks many times a second. */
    @SuppressWarnings("ReferenceEquality") // comparing all objects is what this saves
    private Comparison comparison(DesiredApplication application, Desired desired, Instant now) {
        Cluster cluster = cluster(application).orElse(null);
        Compared last = compared.get(application.name());
        if (last == null
                || last.desired() != desired
                || last.live() != live
                || !Objects.equals(last.cluster(), cluster)) {
            last = new Compared(desired, live, cluster, Comparison.of(application, desired, cluster, live, now));
            compared.put(application.name(), last);
        }
        return last.comparison();
    }

    private Optional<Cluster> cluster(DesiredApplication application) {
        ClusterName name = application.cluster();
        return name == null ? Optional.empty() : platforms.find().flatMap(definition -> definition.cluster(name));
    }

    private ApplicationRow row(String application) {
        return rows.getOrDefault(application, ApplicationRow.unknown(application));
    }

    private void put(ApplicationRow row) {
        applications.put(row);
        rows.put(row.name(), row);
    }

    private void reload() {
        live = new LiveObjects(objectRows.all());
    }

    static boolean differ(ApplicationState one, ApplicationState other) {
        return one.sync() != other.sync()
                || one.health() != other.health()
                || one.operation() != other.operation()
                || !one.healthMessage().equals(other.healthMessage())
                || !one.operationMessage().equals(other.operationMessage())
                || !Objects.equals(one.fingerprint(), other.fingerprint())
                || !Objects.equals(one.revision(), other.revision())
                || !one.pods().equals(other.pods())
                || !one.resources().equals(other.resources());
    }
}
