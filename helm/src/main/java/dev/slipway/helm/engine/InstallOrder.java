package dev.slipway.helm.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order of kinds in which Helm creates objects; kinds it does not know come last, by name. */
public final class InstallOrder {
    private static final List<String> KINDS = List.of(
            "PriorityClass",
            "Namespace",
            "NetworkPolicy",
            "ResourceQuota",
            "LimitRange",
            "PodSecurityPolicy",
            "PodDisruptionBudget",
            "ServiceAccount",
            "Secret",
            "SecretList",
            "ConfigMap",
            "StorageClass",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "CustomResourceDefinition",
            "ClusterRole",
            "ClusterRoleList",
            "ClusterRoleBinding",
            "ClusterRoleBindingList",
            "Role",
            "RoleList",
            "RoleBinding",
            "RoleBindingList",
            "Service",
            "DaemonSet",
            "Pod",
            "ReplicationController",
            "ReplicaSet",
            "Deployment",
            "HorizontalPodAutoscaler",
            "StatefulSet",
            "Job",
            "CronJob",
            "IngressClass",
            "Ingress",
            "APIService");
    private static final Map<String, Integer> PLACES = places();

    private InstallOrder() {}

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        KINDS.forEach(kind -> places.put(kind, places.size()));
        return places;
    }

    /** To sort stably with: objects of one kind stay as they are. */
    public static Comparator<String> ofKinds() {
        return Comparator.<String>comparingInt(kind -> PLACES.getOrDefault(kind, KINDS.size()))
                .thenComparing(kind -> PLACES.containsKey(kind) ? "" : kind);
    }
}
