package dev.slipway.gitops.validation.quota;

import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.gitops.validation.quantity.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What the pods of a namespace come to.
 *
 * @param shares by workload
 */
record Demand(List<Share> shares) {

    private static final int MOST_NAMED = 3;

    /**
     * One workload's part.
     *
     * @param least pods that run in any case
     * @param most pods that an autoscaler or a schedule may come to
     */
    record Share(Workload workload, Amounts pod, long least, long most) {

        Quantity of(String resource, long pods) {
            return resource.equals("pods")
                    ? Quantity.parse(pods).orElse(Quantity.ZERO)
                    : pod.of(resource).times(pods);
        }
    }

    static Demand of(Inventory inventory, Managed anyone) {
        Amounts defaults = LimitRanges.of(inventory, anyone).defaults();
        List<Share> shares = new ArrayList<>();
        for (Workload workload : inventory.workloads(anyone.cluster(), anyone.namespace())) {
            boolean scheduled = workload.owner().kind().equals("CronJob");
            shares.add(new Share(
                    workload,
                    PodDemand.of(workload, defaults),
                    scheduled ? 0 : inventory.leastReplicas(workload),
                    inventory.scaler(workload).map(Demand::most).orElse(workload.replicas())));
        }
        return new Demand(shares);
    }

    private static long most(Managed scaler) {
        return scaler.object().at("spec", "maxReplicas").orElse(1L) instanceof Number number ? number.longValue() : 1;
    }

    Quantity least(String resource) {
        return sum(resource, Share::least);
    }

    Quantity most(String resource) {
        return sum(resource, Share::most);
    }

    private Quantity sum(String resource, ToLongFunction<Share> pods) {
        return shares.stream()
                .map(each -> each.of(resource, pods.applyAsLong(each)))
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    /** The arithmetic, the largest first: {@code checkout 3 × 500m, …}. */
    String told(String resource, boolean least) {
        List<Share> largest = shares.stream()
                .filter(each -> !each.of(resource, pods(each, least)).isZero())
                .sorted(Comparator.comparing((Share each) -> each.of(resource, pods(each, least)))
                        .reversed())
                .toList();
        String named = largest.stream()
                .limit(MOST_NAMED)
                .map(each -> each.workload().owner().name() + " " + pods(each, least)
                        + (resource.equals("pods") ? "" : " × " + each.pod().of(resource)))
                .collect(Collectors.joining(", "));
        return largest.size() > MOST_NAMED ? named + " and " + (largest.size() - MOST_NAMED) + " more" : named;
    }

    private static long pods(Share share, boolean least) {
        return least ? share.least() : share.most();
    }
}
