package dev.slipway.gitops.parity.facts;

import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object that runs pods.
 *
 * @param path of the pod's spec in the object
 * @param pod the pod's spec
 * @param labels of the pod
 */
public record Workload(
        Resource object, String path, Map<String, @Nullable Object> pod, Map<String, @Nullable Object> labels) {

    public static Optional<Workload> of(Resource object) {
        return switch (object.kind()) {
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job" -> at(object, "spec", "template");
            case "CronJob" -> at(object, "spec", "jobTemplate", "spec", "template");
            case "Pod" -> at(object);
            default -> Optional.empty();
        };
    }

    private static Optional<Workload> at(Resource object, String... template) {
        Map<String, @Nullable Object> map = template.length == 0 ? object.content() : object.map(template);
        Map<String, @Nullable Object> pod = map(map, "spec");
        Map<String, @Nullable Object> labels = map(map, "metadata", "labels");
        String path = String.join(".", template);
        return pod.isEmpty()
                ? Optional.empty()
                : Optional.of(new Workload(object, path.isEmpty() ? "spec" : path + ".spec", pod, labels));
    }

    public String name() {
        return Facts.object(object);
    }

    /** Init containers in their order, then the others. */
    public List<Container> containers() {
        List<Container> containers = new ArrayList<>();
        for (String role : List.of("initContainers", "containers")) {
            for (Object item : items(pod, role)) {
                Map<String, @Nullable Object> content = Values.asMap(item);
                if (content != null) {
                    String name = String.valueOf(content.get("name"));
                    containers.add(new Container(this, role, name, path + "." + role + "[" + name + "]", content));
                }
            }
        }
        return containers;
    }

    public static Map<String, @Nullable Object> map(@Nullable Object value, String... at) {
        Map<String, @Nullable Object> map = Values.map(value, at);
        return map == null ? Map.of() : map;
    }

    public static List<@Nullable Object> items(@Nullable Object value, String... at) {
        List<@Nullable Object> list = Values.list(value, at);
        return list == null ? List.of() : list;
    }
}
