package dev.slipway.gitops.impact.reading.kinds;

import dev.slipway.kustomize.Resource;

/** How many pods a workload has. */
public final class Replicas {

    private Replicas() {}

    /** One where it says nothing. */
    public static long of(Resource workload) {
        return number(workload, "replicas");
    }

    /** The fewest that an autoscaler leaves; one where it says nothing. */
    public static long fewest(Resource autoscaler) {
        return number(autoscaler, "minReplicas");
    }

    private static long number(Resource object, String field) {
        return object.at("spec", field)
                .filter(Number.class::isInstance)
                .map(each -> ((Number) each).longValue())
                .orElse(1L);
    }
}
