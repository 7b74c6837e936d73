package dev.slipway.delivery.workloads;

import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.pods.Pod;
import dev.slipway.delivery.pods.Pods;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * PodDisruptionBudgets limit evictions through Kubernetes' eviction API, such as those of a drained node. The local cluster has
 * neither nodes to drain nor evictions; rolling updates, restarts and scaling are not limited by them anywhere. So what is
 * allowed is computed as Kubernetes does and shown, and budgets that would never let a node be drained are told.
 */
final class DisruptionBudgets {

    private final Pods pods;

    DisruptionBudgets(Pods pods) {
        this.pods = pods;
    }

    Verdict health(LiveObject budget, LiveObjects objects) {
        Manifest spec = budget.manifest().at("spec");
        if (spec.has("minAvailable") == spec.has("maxUnavailable")) {
            return Verdict.degraded("expected either minAvailable or maxUnavailable");
        }
        Optional<LabelSelector> selector =
                spec.has("selector") ? Optional.of(new LabelSelector(spec.at("selector"))) : Optional.empty();
        List<LiveObject> deployments = objects.in(budget.cluster(), budget.namespace(), "Deployment").stream()
                .filter(each -> selector.filter(labels ->
                                labels.matches(each.manifest().values("spec", "template", "metadata", "labels")))
                        .isPresent())
                .toList();
        if (deployments.isEmpty()) {
            return Verdict.healthy("its selector matches the pods of no Deployment, so it protects nothing");
        }
        int expected = deployments.stream()
                .mapToInt(each -> Autoscalers.replicas(each, objects))
                .sum();
        return Verdict.healthy(status(spec, expected, ready(deployments)));
    }

    private long ready(List<LiveObject> deployments) {
        return deployments.stream()
                .flatMap(each -> pods.ownedBy(each.cluster(), each.namespace(), each.kind(), each.name()).stream())
                .filter(Pod::ready)
                .count();
    }

    /** Kubernetes rounds both shares up. */
    private static String status(Manifest spec, int expected, long healthy) {
        int desired = Math.max(
                0,
                spec.has("minAvailable")
                        ? share(spec, "minAvailable", expected)
                        : expected - share(spec, "maxUnavailable", expected));
        long allowed = Math.max(0, healthy - desired);
        String counts = allowed + " disruptions allowed: " + healthy + " of " + expected
                + " pods are healthy, at least " + desired + " must be";
        return expected > 0 && desired >= expected
                ? counts + "; it can never allow one, so on Kubernetes a node with these pods cannot be drained"
                : counts;
    }

    private static int share(Manifest spec, String field, int expected) {
        return Rollout.share(spec.text(field).orElse("0"), expected, RoundingMode.CEILING);
    }
}
