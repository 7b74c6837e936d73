package dev.slipway.gitops.placement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clusters and environments of a platform definition, as far as reading manifests needs them.
 *
 * @param environments in the order of promotion
 */
public record Landscape(List<Cluster> clusters, List<Environment> environments) {

    public Landscape {
        clusters = List.copyOf(clusters);
        environments = List.copyOf(environments);
    }

    /**
     * A cluster.
     *
     * @param network empty for none
     * @param gateway {@code namespace/name}; may be empty
     * @param server URL of its API, as destinations name it; empty where nothing tells it
     * @param labels that generators of ApplicationSets select by
     */
    public record Cluster(
            String name, boolean hub, String network, String gateway, String server, Map<String, String> labels) {

        public Cluster {
            labels = Map.copyOf(labels);
        }

        public Cluster(String name, boolean hub, String network, String gateway) {
            this(name, hub, network, gateway, "", Map.of());
        }
    }

    /**
     * An environment.
     *
     * @param namespacePattern with {@code {team}} and {@code {service}}
     * @param gated whether it is reached through gates
     */
    public record Environment(String name, String cluster, String namespacePattern, boolean gated) {}

    /** Of a repository without a definition. */
    public static Landscape unknown() {
        return new Landscape(List.of(), List.of());
    }

    public Optional<Environment> environment(String name) {
        return environments.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The cluster's name for an Application's destination, of which {@code in-cluster} is the hub; else the destination. */
    public String cluster(String destination) {
        return clusters.stream()
                .filter(each -> destination.equals("in-cluster")
                        ? each.hub()
                        : !each.server().isEmpty() && each.server().equals(destination))
                .map(Cluster::name)
                .findFirst()
                .orElse(destination);
    }
}
