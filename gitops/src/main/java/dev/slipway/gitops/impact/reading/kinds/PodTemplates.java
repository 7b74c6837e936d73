package dev.slipway.gitops.impact.reading.kinds;

import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pods that a workload makes. */
public final class PodTemplates {

    /** The lists of a pod in which containers stand. */
    public static final List<String> CONTAINERS = List.of("containers", "initContainers");

    private PodTemplates() {}

    /** The pod template; empty for what runs no pods. */
    public static Optional<Map<?, ?>> of(Resource object) {
        return switch (object.kind()) {
            case "CronJob" -> template(object.at("spec", "jobTemplate", "spec", "template"));
            case "Pod" -> Optional.of(object.content());
            case "Job", "PodTemplate" -> template(object.at("spec", "template"));
            default ->
                template(object.at("spec", "template"))
                        .filter(each -> !list(each, "containers").isEmpty());
        };
    }

    private static Optional<Map<?, ?>> template(Optional<Object> value) {
        return value.filter(Map.class::isInstance).map(each -> (Map<?, ?>) each);
    }

    /** A list of the pods' {@code spec}; empty where there is none. */
    public static List<?> list(Map<?, ?> template, String field) {
        return template.get("spec") instanceof Map<?, ?> spec && spec.get(field) instanceof List<?> list
                ? list
                : List.of();
    }

    /** All containers: the main ones, then those that run before them. */
    public static Stream<?> containers(Map<?, ?> template) {
        return CONTAINERS.stream().flatMap(each -> list(template, each).stream());
    }

    /** The labels of the pods; none for what runs none. */
    public static Map<String, String> labels(Resource workload) {
        return of(workload).map(PodTemplates::labels).orElse(Map.of());
    }

    public static Map<String, String> labels(Map<?, ?> template) {
        return metadata(template, "labels");
    }

    public static Map<String, String> annotations(Map<?, ?> template) {
        return metadata(template, "annotations");
    }

    private static Map<String, String> metadata(Map<?, ?> template, String field) {
        return template.get("metadata") instanceof Map<?, ?> metadata ? texts(metadata.get(field)) : Map.of();
    }

    /** Whether pods with these labels are selected; no selector selects nothing. */
    public static boolean selects(Map<String, String> selector, Map<String, String> labels) {
        return !selector.isEmpty()
                && selector.entrySet().stream().allMatch(each -> each.getValue().equals(labels.get(each.getKey())));
    }

    /** Keys and values of a map as text; none of what is no map. */
    public static Map<String, String> texts(@Nullable Object value) {
        Map<String, String> texts = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        }
        return texts;
    }
}
