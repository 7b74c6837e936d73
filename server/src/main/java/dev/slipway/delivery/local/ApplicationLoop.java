package dev.slipway.delivery.local;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.pods.Pods;
import dev.slipway.delivery.store.ApplicationRow;
import dev.slipway.delivery.store.ApplicationRows;
import dev.slipway.delivery.store.ObjectRows;
import dev.slipway.delivery.sync.Comparison;
import dev.slipway.delivery.sync.Finalizers;
import dev.slipway.delivery.sync.RunningSyncs;
import dev.slipway.delivery.sync.Syncs;
import dev.slipway.delivery.workloads.Controllers;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
    private final RunningSyncs running;
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

    /** What has to be done for an application. */
    private enum Due {
        NOTHING,
        HEAL,
        SYNC
    }

    private record Compared(Desired desired, LiveObjects live, List<Cluster> clusters, Comparison comparison) {}

    ApplicationLoop(
            ApplicationRows applications,
            ObjectRows objectRows,
            Syncs syncs,
            RunningSyncs running,
            Controllers controllers,
            Pods pods,
            StateBuilder states,
            Platforms platforms) {
        this.applications = applications;
        this.objectRows = objectRows;
        this.syncs = syncs;
        this.running = running;
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
        switch (due(application, row, comparison, now)) {
            case SYNC -> synced(syncs.begin(application, desired.commit(), fresh(application, desired, now), row, now));
            case HEAL -> synced(syncs.heal(application, desired.commit(), fresh(application, desired, now), row, now));
            case NOTHING -> advance(application, desired, comparison, row, now);
        }
    }

    /** Hooks are applied with the time of the comparison, and run again only when it is another. */
    private Comparison fresh(DesiredApplication application, Desired desired, Instant now) {
        compared.remove(application.name());
        return comparison(application, desired, now);
    }

    private void advance(
            DesiredApplication application, Desired desired, Comparison comparison, ApplicationRow row, Instant now) {
        if (row.phase() == OperationPhase.RUNNING) {
            Judgement judgement = new Judgement(controllers, live, row.restartedAt(), now);
            ApplicationRow next = running.advance(application, desired.commit(), comparison, row, live, judgement, now);
            if (!next.equals(row)) {
                synced(next);
            }
        }
    }

    private void synced(ApplicationRow row) {
        rows.put(row.name(), row);
        reload();
    }

    private static Due due(DesiredApplication application, ApplicationRow row, Comparison comparison, Instant now) {
        boolean tried = application.fingerprint().equals(row.attempted());
        if (row.requestedBy() != null) {
            return Due.SYNC;
        }
        if (!application.automated() || (tried && row.phase() == OperationPhase.RUNNING)) {
            return Due.NOTHING;
        }
        if (application.fingerprint().equals(row.fingerprint())) {
            boolean heals = application.selfHeal() && comparison.problems().isEmpty();
            return heals && differs(application, comparison) ? Due.HEAL : Due.NOTHING;
        }
        return mayTry(row, comparison, tried, now) ? Due.SYNC : Due.NOTHING;
    }

    /** Argo CD's rule: what failed on its way is not tried again before Git is another or somebody asks. */
    private static boolean mayTry(ApplicationRow row, Comparison comparison, boolean tried, Instant now) {
        boolean failedOnItsWay = tried && row.phase() == OperationPhase.FAILED && row.stage() != null;
        boolean mended = !tried || comparison.problems().isEmpty();
        return !failedOnItsWay
                && (mended
                        || row.finishedAt() == null
                        || row.finishedAt().plus(RETRY).isBefore(now));
    }

    private static boolean differs(DesiredApplication application, Comparison comparison) {
        return !comparison.changed().isEmpty()
                || (application.prune() && !comparison.surplus().isEmpty());
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
        List<Cluster> clusters = clusters();
        Compared last = compared.get(application.name());
        if (last == null
                || last.desired() != desired
                || last.live() != live
                || !last.clusters().equals(clusters)) {
            last = new Compared(desired, live, clusters, Comparison.of(application, desired, clusters, live, now));
            compared.put(application.name(), last);
        }
        return last.comparison();
    }

    private List<Cluster> clusters() {
        return platforms.find().map(PlatformDefinition::clusters).orElse(List.of());
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
