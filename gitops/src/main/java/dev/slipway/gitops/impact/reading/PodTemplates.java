package dev.slipway.gitops.impact.reading;

import dev.slipway.kustomize.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pods that a workload makes. */
final class PodTemplates {

    private PodTemplates() {}

    /** The pod template; empty for what runs no pods. */
    static Optional<Map<?, ?>> of(Resource object) {
        return switch (object.kind()) {
            case "CronJob" -> template(object.at("spec", "jobTemplate", "spec", "template"));
            case "Pod" -> Optional.of(object.content());
            case "Job", "PodTemplate" -> template(object.at("spec", "template"));
            default ->
                template(object.at("spec", "template"))
                        .filter(each -> !containers(each, "containers").isEmpty());
        };
    }

    private static Optional<Map<?, ?>> template(Optional<Object> value) {
        return value.filter(Map.class::isInstance).map(each -> (Map<?, ?>) each);
    }

    static java.util.List<?> containers(Map<?, ?> template, String list) {
        return template.get("spec") instanceof Map<?, ?> spec && spec.get(list) instanceof java.util.List<?> containers
                ? containers
                : java.util.List.of();
    }

    static Map<String, String> labels(Map<?, ?> template) {
        return template.get("metadata") instanceof Map<?, ?> metadata ? texts(metadata.get("labels")) : Map.of();
    }

    static Map<String, String> annotations(Map<?, ?> template) {
        return template.get("metadata") instanceof Map<?, ?> metadata ? texts(metadata.get("annotations")) : Map.of();
    }

    /** Whether pods with these labels are selected; no selector selects nothing. */
    static boolean selects(Map<String, String> selector, Map<String, String> labels) {
        return !selector.isEmpty()
                && selector.entrySet().stream().allMatch(each -> each.getValue().equals(labels.get(each.getKey())));
    }

    static Map<String, String> texts(@Nullable Object value) {
        Map<String, String> texts = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        }
        return texts;
    }

    static String words(Map<String, String> labels) {
        return labels.isEmpty()
                ? "no labels"
                : labels.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(", "));
    }
}
