package dev.slipway.gitops.impact.reading.protection;

import dev.slipway.gitops.impact.reading.kinds.PodGuard;
import dev.slipway.gitops.impact.reading.kinds.Replicas;
import dev.slipway.gitops.impact.reading.world.Mention;
import dev.slipway.gitops.impact.reading.world.Neighbours;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The pods that a disruption budget wants to be there, out of those that are: Kubernetes' documentation, "Specifying a Disruption
 * Budget".
 *
 * @param wanted at least so many
 * @param pods so many there are while all are healthy
 */
record Evictions(long wanted, long pods) {

    /** Those whose number of pods stands in them, or in their autoscaler. */
    private static final Set<String> COUNTED = Set.of("Deployment", "StatefulSet", "ReplicaSet", "Rollout");

    /** Empty where the numbers are not known, or nothing is wanted. */
    static Optional<Evictions> of(Resource budget, Neighbours neighbours) {
        List<Resource> held = PodGuard.of(budget).map(neighbours::heldBy).orElse(List.of());
        if (!held.stream().allMatch(each -> COUNTED.contains(each.kind()))) {
            return Optional.empty();
        }
        long pods = held.stream().mapToLong(each -> pods(each, neighbours)).sum();
        OptionalLong wanted = wanted(budget, pods);
        return wanted.isPresent() ? Optional.of(new Evictions(wanted.getAsLong(), pods)) : Optional.empty();
    }

    /** An autoscaler may have left its fewest. */
    private static long pods(Resource workload, Neighbours neighbours) {
        return neighbours.mentioning(Mention.to(workload)).stream()
                .filter(each -> each.kind().equals("HorizontalPodAutoscaler"))
                .findFirst()
                .map(Replicas::fewest)
                .orElseGet(() -> Replicas.of(workload));
    }

    /** Percentages are rounded up; that of 100 says itself that no pod may be missing. */
    private static OptionalLong wanted(Resource budget, long pods) {
        String amount = budget.text("spec", "minAvailable").orElse("");
        if (!amount.matches("\\d{1,9}%?") || amount.equals("100%")) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(amount.replace("%", ""));
        return OptionalLong.of(amount.endsWith("%") ? Math.ceilDiv(number * pods, 100) : number);
    }

    /** Whether no pod may be evicted although there are some. */
    boolean areNone() {
        return pods > 0 && wanted >= pods;
    }
}
