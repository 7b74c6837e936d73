package dev.slipway.gitops.parity.fleet;

import dev.slipway.gitops.parity.Comparison;
import dev.slipway.gitops.parity.Parity;
import java.util.List;

/** Compares the environments of the services of a fleet. */
public record FleetComparison(Fleet fleet, Parity parity, List<Pair> pairs) {

    public FleetComparison {
        pairs = List.copyOf(pairs);
    }

    /** Of every pair of which the service has an Application in both; it need not go everywhere. */
    public List<Comparison> of(String service) {
        return pairs.stream()
                .filter(each -> fleet.environments(service).containsAll(List.of(each.from(), each.to())))
                .map(each -> of(service, each))
                .toList();
    }

    /** Of this pair, whether or not the service is there. */
    public Comparison of(String service, Pair pair) {
        return parity.compare(service, fleet.side(service, pair.from()), fleet.side(service, pair.to()));
    }
}
