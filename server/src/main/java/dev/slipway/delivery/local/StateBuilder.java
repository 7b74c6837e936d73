package dev.slipway.delivery.local;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.LiveResource;
import dev.slipway.delivery.SyncStatus;
import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.pods.Pod;
import dev.slipway.delivery.pods.Pods;
import dev.slipway.delivery.store.ApplicationRow;
import dev.slipway.delivery.sync.Comparison;
import dev.slipway.delivery.workloads.Controllers;
import dev.slipway.delivery.workloads.Verdict;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kernel.CommitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together how an application runs: the health of the application is the worst of its objects'. */
@Component
class StateBuilder {

    private final Controllers controllers;
    private final Pods pods;

    StateBuilder(Controllers controllers, Pods pods) {
        this.controllers = controllers;
        this.pods = pods;
    }

    ApplicationState state(
            DesiredApplication application,
            CommitId commit,
            Comparison comparison,
            ApplicationRow row,
            LiveObjects live,
            Instant now) {
        List<LiveResource> resources = resources(application, comparison, row, live, now);
        Verdict health = worst(application, comparison, resources);
        SyncStatus sync = comparison.status();
        @Nullable
        String revision = sync == SyncStatus.SYNCED && application.fingerprint().equals(row.fingerprint())
                ? commit.value()
                : row.revision();
        return new ApplicationState(
                application.name(),
                sync,
                revision == null ? null : new CommitId(revision),
                row.fingerprint(),
                health.health(),
                health.message(),
                row.healthySince(),
                row.phase(),
                row.message(),
                row.finishedAt(),
                pods.of(application.name()).stream().map(Pod::live).toList(),
                resources,
                now);
    }

    /** Of an application that is gone from Git, while its pods end. */
    ApplicationState leaving(ApplicationRow row, LiveObjects live, Instant now) {
        return new ApplicationState(
                row.name(),
                SyncStatus.OUT_OF_SYNC,
                row.revision() == null ? null : new CommitId(row.revision()),
                row.fingerprint(),
                Health.PROGRESSING,
                "it is gone from Git, and what is left of it ends",
                null,
                row.phase(),
                row.message(),
                row.finishedAt(),
                pods.of(row.name()).stream().map(Pod::live).toList(),
                live.of(row.name()).stream()
                        .map(object ->
                                resource(object, SyncStatus.OUT_OF_SYNC, new Verdict(Health.PROGRESSING, "is removed")))
                        .toList(),
                now);
    }

    private List<LiveResource> resources(
            DesiredApplication application, Comparison comparison, ApplicationRow row, LiveObjects live, Instant now) {
        List<LiveResource> resources = new ArrayList<>();
        for (LiveObject object : live.of(application.name())) {
            Verdict verdict = controllers.health(object, live, row.restartedAt(), now);
            resources.add(resource(object, comparison.status(object), verdict));
        }
        comparison.objects().stream()
                .filter(object -> live.find(object.key()).isEmpty())
                .forEach(object -> resources.add(
                        resource(object, SyncStatus.OUT_OF_SYNC, new Verdict(Health.MISSING, "not applied yet"))));
        return resources;
    }

    private static LiveResource resource(LiveObject object, SyncStatus sync, Verdict verdict) {
        return new LiveResource(
                object.kind(), object.namespace(), object.name(), sync, verdict.health(), verdict.message());
    }

    private static Verdict worst(DesiredApplication application, Comparison comparison, List<LiveResource> resources) {
        if (!comparison.problems().isEmpty() && resources.isEmpty()) {
            return new Verdict(Health.UNKNOWN, comparison.problems().getFirst());
        }
        if (resources.isEmpty()) {
            return application.objects().isEmpty() && application.service() == null
                    ? new Verdict(Health.HEALTHY, "")
                    : new Verdict(Health.MISSING, "nothing runs");
        }
        Verdict worst = new Verdict(Health.HEALTHY, "");
        for (LiveResource resource : resources) {
            Verdict verdict =
                    new Verdict(resource.health(), resource.kind() + " " + resource.name() + ": " + resource.message());
            worst = verdict.worseThan(worst) ? verdict : worst;
        }
        return worst;
    }
}
