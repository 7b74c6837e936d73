package dev.slipway.delivery.objects;

import dev.slipway.kernel.ClusterName;
import java.time.Instant;

/**
 * An object as it was last applied.
 *
 * @param application which owns it
 * @param hash of the manifest
 */
public record LiveObject(ObjectKey key, String application, Manifest manifest, String hash, Instant appliedAt) {

    public String kind() {
        return key.kind();
    }

    public String name() {
        return key.name();
    }

    public String namespace() {
        return key.namespace();
    }

    public ClusterName cluster() {
        return key.cluster();
    }

    public String annotation(String name) {
        return manifest.text("metadata", "annotations", name).orElse("");
    }

    public boolean sameNamespace(ClusterName otherCluster, String otherNamespace) {
        return cluster().equals(otherCluster) && namespace().equals(otherNamespace);
    }
}
