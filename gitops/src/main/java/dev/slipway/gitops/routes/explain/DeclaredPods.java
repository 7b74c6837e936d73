package dev.slipway.gitops.routes.explain;

import dev.slipway.gitops.manifest.ControllerLabels;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pods that one cluster's manifests ask for, as far as Services are concerned with them. */
final class DeclaredPods {

    private static final Set<String> KINDS = Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");

    private final Map<Named, Resource> services = new HashMap<>();
    private final Map<String, List<Resource>> workloads = new HashMap<>();
    private final Map<Label, List<Resource>> labelled = new HashMap<>();

    DeclaredPods(List<Resource> objects) {
        for (Resource each : objects) {
            String namespace = each.namespace();
            if (namespace != null && each.kind().equals("Service")) {
                services.putIfAbsent(new Named(namespace, each.name()), each);
            } else if (namespace != null && isWorkload(each)) {
                workloads.computeIfAbsent(namespace, _ -> new ArrayList<>()).add(each);
                labels(each)
                        .forEach((key, value) -> labelled.computeIfAbsent(
                                        new Label(namespace, key, String.valueOf(value)), _ -> new ArrayList<>())
                                .add(each));
            }
        }
    }

    private record Named(String namespace, String name) {}

    private record Label(String namespace, String key, String value) {}

    @Nullable
    Resource service(String namespace, String name) {
        return services.get(new Named(namespace, name));
    }

    /** The workloads whose pods a selector finds. */
    List<Resource> selected(String namespace, Map<String, ?> selector) {
        List<Resource> fewest = selector.entrySet().stream()
                .filter(each -> !ControllerLabels.isOne(each.getKey()))
                .map(each -> new Label(namespace, each.getKey(), String.valueOf(each.getValue())))
                .map(label -> labelled.getOrDefault(label, List.of()))
                .min(Comparator.comparingInt(List::size))
                .orElseGet(() -> all(namespace));
        return fewest.stream()
                .filter(each -> selector.entrySet().stream().allMatch(label -> has(each, label)))
                .toList();
    }

    private static boolean has(Resource workload, Map.Entry<String, ?> label) {
        return labels(workload).entrySet().contains(label)
                || ControllerLabels.give(workload, label.getKey(), String.valueOf(label.getValue()));
    }

    /** The workloads of a namespace. */
    List<Resource> all(String namespace) {
        return workloads.getOrDefault(namespace, List.of());
    }

    static boolean isWorkload(Resource object) {
        return KINDS.contains(object.kind());
    }

    static Map<String, @Nullable Object> labels(Resource workload) {
        return workload.map("spec", "template", "metadata", "labels");
    }

    static long replicas(Resource workload) {
        return workload.at("spec", "replicas").orElse(1L) instanceof Number number ? number.longValue() : 1;
    }

    /** Whether a container has the port that a Service's port leads to; a number need not be declared. */
    static boolean hasPort(Resource workload, String target) {
        return target.matches("\\d+") || ports(workload).contains(target);
    }

    /** The names of its containers' ports. */
    static Set<String> ports(Resource workload) {
        return workload.list("spec", "template", "spec", "containers").stream()
                .flatMap(container -> container instanceof Map<?, ?> map && map.get("ports") instanceof List<?> ports
                        ? ports.stream()
                        : Stream.of())
                .flatMap(port -> port instanceof Map<?, ?> map ? Stream.ofNullable(map.get("name")) : Stream.of())
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }
}
