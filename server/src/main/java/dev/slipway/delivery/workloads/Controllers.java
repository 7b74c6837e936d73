package dev.slipway.delivery.workloads;

import dev.slipway.delivery.Health;
import dev.slipway.delivery.objects.Kinds;
import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.NamespaceClaim;
import dev.slipway.delivery.objects.ObjectKey;
import dev.slipway.delivery.pods.Pod;
import dev.slipway.delivery.pods.Pods;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets processes follow the applied objects, and says how each object is. Confined to the loop's thread. */
@Component
public class Controllers {

    private final Pods pods;
    private final ServiceEndpoints endpoints;
    private final Deployments deployments;
    private final Jobs jobs;
    private final CronJobs cronJobs;
    private final DisruptionBudgets budgets;

    Controllers(Pods pods, ServiceEndpoints endpoints) {
        this.pods = pods;
        this.endpoints = endpoints;
        Quotas quotas = new Quotas(pods);
        this.deployments = new Deployments(pods, quotas);
        this.jobs = new Jobs(pods, quotas);
        this.cronJobs = new CronJobs(pods);
        this.budgets = new DisruptionBudgets(pods);
    }

    /**
     * One round. Endpoints are published before the pods are looked at again, which is when SIGTERM is sent.
     *
     * @param restarts when each application was last restarted
     */
    public void control(LiveObjects objects, Function<String, @Nullable Instant> restarts, Instant now) {
        for (LiveObject object : objects.all()) {
            switch (object.kind()) {
                case "Deployment" -> deployments.control(object, objects, restarts.apply(object.application()), now);
                case "Job" -> jobs.control(object, objects, now);
                case "CronJob" -> cronJobs.control(object, now);
                default -> {}
            }
        }
        endOrphans(objects, now);
        endpoints.publish(objects, pods);
        pods.look(now, objects);
        endpoints.publish(objects, pods);
    }

    private void endOrphans(LiveObjects objects, Instant now) {
        Set<ObjectKey> owners = new HashSet<>();
        for (LiveObject object : objects.all()) {
            ObjectKey key = object.key();
            owners.add(owner(key, key.kind().equals("CronJob") ? "Job" : key.kind()));
        }
        pods.all().stream().filter(pod -> !owners.contains(owner(pod))).forEach(pod -> pod.terminate(now));
    }

    private static ObjectKey owner(ObjectKey key, String kind) {
        return new ObjectKey(key.cluster(), "", kind, key.namespace(), key.name());
    }

    private static ObjectKey owner(Pod pod) {
        return new ObjectKey(
                pod.row().cluster(),
                "",
                pod.row().ownerKind(),
                pod.row().namespace(),
                pod.row().ownerName());
    }

    /** Whether waiting does not help: a crash loop may end, a Job that has failed has failed. */
    public boolean failed(LiveObject object, LiveObjects objects, @Nullable Instant restartedAt, Instant now) {
        return object.kind().equals("Deployment")
                ? deployments.failed(object, objects, restartedAt, now)
                : health(object, objects, restartedAt, now).health() == Health.DEGRADED;
    }

    public Verdict health(LiveObject object, LiveObjects objects, @Nullable Instant restartedAt, Instant now) {
        return switch (object.kind()) {
            case "Deployment" -> deployments.health(object, objects, restartedAt, now);
            case "Job" -> jobs.health(object, objects);
            case "CronJob" -> cronJobs.health(object);
            case NamespaceClaim.KIND -> NamespaceClaims.health(object, objects);
            case "PodDisruptionBudget" -> budgets.health(object, objects);
            case "HorizontalPodAutoscaler" -> Autoscalers.health(object, objects);
            default ->
                Kinds.healthyWhenStored(object.kind())
                        ? Verdict.healthy()
                        : new Verdict(
                                Health.UNKNOWN, "kind " + object.kind() + " is not understood by the local cluster");
        };
    }
}
