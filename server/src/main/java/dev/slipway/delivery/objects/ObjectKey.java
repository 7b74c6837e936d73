package dev.slipway.delivery.objects;

import dev.slipway.kernel.ClusterName;

/**
 * What identifies an object in the clusters.
 *
 * @param group of its API, whatever the version
 * @param namespace empty for what belongs to the cluster as a whole
 */
public record ObjectKey(ClusterName cluster, String group, String kind, String namespace, String name) {

    /** {@code Deployment red-dev/pricing-api}, for messages. */
    @Override
    public String toString() {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
