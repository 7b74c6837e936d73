package dev.slipway.gitops.sets;

import java.util.Map;

/**
 * A cluster that the clusters generator knows.
 *
 * @param name as destinations call it; {@code in-cluster} for Argo CD's own
 * @param server its URL
 * @param declared whether Argo CD would have a Secret for it; its own cluster needs none, and then no selector finds it
 */
public record KnownCluster(
        String name, String server, boolean declared, Map<String, String> labels, Map<String, String> annotations) {

    public KnownCluster {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /** Argo CD's own. */
    public static KnownCluster own() {
        return new KnownCluster("in-cluster", "https://kubernetes.default.svc", false, Map.of(), Map.of());
    }
}
