package dev.slipway.delivery.objects;

import java.util.Set;

/** Which kinds the local cluster knows, and which of them belong to the cluster as a whole. */
public final class Kinds {

    private static final Set<String> CLUSTER_SCOPED = Set.of(
            "Namespace",
            "ClusterRole",
            "ClusterRoleBinding",
            "CustomResourceDefinition",
            "PersistentVolume",
            "StorageClass",
            "PriorityClass",
            "NamespaceClaim",
            "ClusterSecretStore",
            "Composition",
            "CompositeResourceDefinition");

    /** Running nothing themselves, they are well when they are stored. */
    private static final Set<String> HEALTHY_WHEN_STORED = Set.of(
            "Namespace",
            "ConfigMap",
            "Secret",
            "ServiceAccount",
            "Service",
            "NetworkPolicy",
            "ResourceQuota",
            "LimitRange",
            "VirtualService",
            "ServiceEntry",
            "Gateway",
            "Application",
            "AppProject");

    private Kinds() {}

    public static boolean clusterScoped(String kind) {
        return CLUSTER_SCOPED.contains(kind);
    }

    public static boolean healthyWhenStored(String kind) {
        return HEALTHY_WHEN_STORED.contains(kind);
    }
}
