package dev.slipway.gitops.impact.reading.kinds;

import dev.slipway.gitops.manifest.ControllerLabels;
import dev.slipway.kustomize.Resource;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which pods a Service leads to.
 *
 * @param labels none for a Service that chooses no pods
 */
public record ServiceSelector(Map<String, String> labels) {

    public static ServiceSelector of(Resource service) {
        return new ServiceSelector(
                PodTemplates.texts(service.at("spec", "selector").orElse(null)));
    }

    /** By the labels of the template and those that the workload's controller adds. */
    public boolean selects(Resource workload) {
        Map<String, String> wanted = new TreeMap<>(labels);
        wanted.entrySet().removeIf(each -> ControllerLabels.give(workload, each.getKey(), each.getValue()));
        return !labels.isEmpty() && (wanted.isEmpty() || PodTemplates.selects(wanted, PodTemplates.labels(workload)));
    }

    /** For example {@code app=checkout, tier=web}. */
    public String words() {
        return labels.isEmpty()
                ? "no labels"
                : labels.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(", "));
    }
}
