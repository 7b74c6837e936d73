package dev.slipway.gitops.impact.reading;

import dev.slipway.kustomize.Resource;

/** How many pods a workload says it has. */
final class Replicas {

    private Replicas() {}

    /** One where it says nothing. */
    static long of(Resource workload) {
        return workload.at("spec", "replicas")
                .filter(Number.class::isInstance)
                .map(each -> ((Number) each).longValue())
                .orElse(1L);
    }
}
