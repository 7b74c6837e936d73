package dev.slipway.gitops.routes.explain;

import java.util.Map;
import java.util.Optional;

/** What really runs, where that is known. */
public interface LiveReplicas {

    /** How many replicas of a Service's port are ready; empty when nobody knows. */
    Optional<Integer> ready(String cluster, String namespace, String service, int port, Map<String, String> subset);

    /** Of a checkout: nothing runs. */
    static LiveReplicas unknown() {
        return (cluster, namespace, service, port, subset) -> Optional.empty();
    }
}
