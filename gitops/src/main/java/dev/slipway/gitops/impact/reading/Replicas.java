package dev.slipway.gitops.impact.reading;

import dev.slipway.kustomize.Resource;

/** How many pods a workload has. */
final class Replicas {

    private Replicas() {}

    /** One where it says nothing. */
    static long of(Resource workload) {
        return number(workload, "replicas");
    }

    /** The fewest that an autoscaler leaves; one where it says nothing. */
    static long fewest(Resource autoscaler) {
        return number(autoscaler, "minReplicas");
    }

    private static long number(Resource object, String field) {
        return object.at("spec", field)
                .filter(Number.class::isInstance)
                .map(each -> ((Number) each).longValue())
                .orElse(1L);
    }
}
