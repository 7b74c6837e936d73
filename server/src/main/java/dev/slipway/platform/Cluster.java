package dev.slipway.platform;

import dev.slipway.kernel.ClusterName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster.
 *
 * @param hub whether requests enter here
 * @param network the host under which the hub reaches this cluster's gateway; null for the hub
 * @param gateway {@code namespace/name} of its Istio Gateway
 * @param server URL of its API, as Applications may name it; null where nobody said
 * @param labels that generators of ApplicationSets select by
 */
public record Cluster(
        ClusterName name,
        boolean hub,
        @Nullable String network,
        String gateway,
        @Nullable String server,
        Map<String, String> labels) {

    public Cluster {
        labels = Map.copyOf(labels);
    }

    public Cluster(ClusterName name, boolean hub, @Nullable String network, String gateway) {
        this(name, hub, network, gateway, null, Map.of());
    }

    /** The namespace of its Gateway, where the hub's routes lie. */
    public String gatewayNamespace() {
        return gateway.substring(0, gateway.indexOf('/'));
    }
}
