package dev.slipway.platform;

import dev.slipway.kernel.ClusterName;
import org.jspecify.annotations.Nullable;

/**
 * A cluster.
 *
 * @param hub whether requests enter here
 * @param network the host under which the hub reaches this cluster's gateway; null for the hub
 * @param gateway {@code namespace/name} of its Istio Gateway
 */
public record Cluster(
        ClusterName name, boolean hub, @Nullable String network, String gateway) {

    /** The namespace of its Gateway, where the hub's routes lie. */
    public String gatewayNamespace() {
        return gateway.substring(0, gateway.indexOf('/'));
    }
}
