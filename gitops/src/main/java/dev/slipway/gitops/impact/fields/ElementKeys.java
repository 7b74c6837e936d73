package dev.slipway.gitops.impact.fields;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What identifies the elements of a list. First Kubernetes' own merge keys ({@code x-kubernetes-patch-merge-key} and
 * {@code x-kubernetes-list-map-keys} in its OpenAPI document), then what usually is unique.
 *
 * @param fields empty for scalars, which are their own keys
 */
record ElementKeys(List<String> fields, boolean scalars) {

    private static final ElementKeys NONE = new ElementKeys(List.of(), false);
    private static final ElementKeys SCALARS = new ElementKeys(List.of(), true);

    private static final Map<String, List<List<String>>> KUBERNETES = Map.of(
            "volumeMounts", List.of(List.of("mountPath")),
            "volumeDevices", List.of(List.of("devicePath")),
            "hostAliases", List.of(List.of("ip")),
            "topologySpreadConstraints", List.of(List.of("topologyKey", "whenUnsatisfiable")),
            "ports", List.of(List.of("containerPort", "protocol"), List.of("port", "protocol"), List.of("number")),
            "subjects", List.of(List.of("kind", "namespace", "name"), List.of("kind", "name")),
            "conditions", List.of(List.of("type")),
            "ownerReferences", List.of(List.of("uid")));

    private static final List<List<String>> USUAL = List.of(
            List.of("name"),
            List.of("key"),
            List.of("host"),
            List.of("path"),
            List.of("mountPath"),
            List.of("secretKey"),
            List.of("type", "resource.name"),
            List.of("id"),
            List.of("type"));

    /** Their order is their meaning, and the same word may stand there twice. */
    private static final Set<String> ORDERED = Set.of("command", "args");

    static ElementKeys of(String list, List<?> before, List<?> after) {
        List<Object> all = new ArrayList<>(before);
        all.addAll(after);
        if (all.stream().noneMatch(each -> each instanceof Map<?, ?> || each instanceof List<?>)) {
            return !ORDERED.contains(list) && SCALARS.identifies(before) && SCALARS.identifies(after) ? SCALARS : NONE;
        }
        if (!all.stream().allMatch(Map.class::isInstance)) {
            return NONE;
        }
        return Stream.concat(KUBERNETES.getOrDefault(list, List.of()).stream(), USUAL.stream())
                .map(fields -> new ElementKeys(fields, false))
                .filter(keys -> keys.identifies(before) && keys.identifies(after))
                .findFirst()
                .orElse(NONE);
    }

    /** The element of a list that this step leads to. */
    static @Nullable Object find(Step.Element step, List<?> list) {
        if (!step.by().isEmpty()) {
            ElementKeys keys = new ElementKeys(List.of(step.by().split(",")), false);
            return list.stream()
                    .filter(each -> keys.key(each).equals(step.value()))
                    .findFirst()
                    .orElse(null);
        }
        Optional<?> scalar =
                list.stream().filter(each -> step.value().equals(scalar(each))).findFirst();
        boolean position = scalar.isEmpty() && step.value().matches("\\d{1,6}");
        return position && Integer.parseInt(step.value()) < list.size()
                ? list.get(Integer.parseInt(step.value()))
                : scalar.orElse(null);
    }

    boolean areNone() {
        return fields.isEmpty() && !scalars;
    }

    String by() {
        return String.join(",", fields);
    }

    Map<String, Object> index(List<?> elements) {
        Map<String, Object> index = new LinkedHashMap<>();
        elements.forEach(each -> index.put(key(each), each));
        return index;
    }

    private boolean identifies(List<?> elements) {
        Set<String> seen = new HashSet<>();
        return elements.stream().allMatch(each -> each != null && hasAll(each) && seen.add(key(each)));
    }

    private boolean hasAll(Object element) {
        return scalars
                || fields.stream()
                        .allMatch(field ->
                                field.equals("protocol") || !at(element, field).isEmpty());
    }

    private String key(Object element) {
        return scalars
                ? element.toString()
                : fields.stream()
                        .map(field -> at(element, field))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(","));
    }

    /** Ports are TCP where they say nothing. */
    private static String at(Object element, String field) {
        Object value = element;
        for (String key : field.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        String text = scalar(value);
        return field.equals("protocol") && text.equals("TCP") ? "" : text;
    }

    private static String scalar(@Nullable Object value) {
        return value == null || value instanceof Map<?, ?> || value instanceof List<?> ? "" : value.toString();
    }
}
