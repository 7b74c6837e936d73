package dev.slipway.gitops.routes.explain;

import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pods that one cluster's manifests ask for, as far as Services are concerned with them. */
record DeclaredPods(List<Resource> objects) {

    private static final Set<String> KINDS = Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");

    @Nullable
    Resource service(String namespace, String name) {
        return objects.stream()
                .filter(each ->
                        each.kind().equals("Service") && each.name().equals(name) && namespace.equals(each.namespace()))
                .findFirst()
                .orElse(null);
    }

    /** The workloads whose pods a selector finds. */
    List<Resource> selected(String namespace, Map<String, ?> selector) {
        return objects.stream()
                .filter(each -> KINDS.contains(each.kind()) && namespace.equals(each.namespace()))
                .filter(each -> labels(each).entrySet().containsAll(selector.entrySet()))
                .toList();
    }

    /** The workloads of a namespace. */
    List<Resource> all(String namespace) {
        return selected(namespace, Map.of());
    }

    static Map<String, @Nullable Object> labels(Resource workload) {
        return workload.map("spec", "template", "metadata", "labels");
    }

    static long replicas(Resource workload) {
        return workload.at("spec", "replicas").orElse(1L) instanceof Number number ? number.longValue() : 1;
    }

    /** Whether a container has the port that a Service's port leads to; a number need not be declared. */
    static boolean hasPort(Resource workload, String target) {
        if (target.matches("\\d+")) {
            return true;
        }
        for (Object container : workload.list("spec", "template", "spec", "containers")) {
            List<?> ports =
                    container instanceof Map<?, ?> map && map.get("ports") instanceof List<?> list ? list : List.of();
            if (ports.stream().anyMatch(port -> port instanceof Map<?, ?> map && target.equals(map.get("name")))) {
                return true;
            }
        }
        return false;
    }
}
