package dev.slipway.gitops.impact.reading.world;

import dev.slipway.gitops.impact.reading.kinds.PodGuard;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import dev.slipway.gitops.impact.reading.kinds.ServiceSelector;
import dev.slipway.gitops.manifest.ControllerLabels;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may choose which pods by labels: not every selector is tried at all pods, only at those that carry the first of its
 * labels. Labels that controllers give stand in no template and tell nothing here.
 */
final class Choices {

    private record Label(String key, String value) {
        Label(Map.Entry<String, String> entry) {
            this(entry.getKey(), entry.getValue());
        }
    }

    private final List<Resource> workloads = new ArrayList<>();
    private final Map<Label, List<Resource>> labelled = new HashMap<>();
    private final Map<Label, List<Resource>> choosers = new HashMap<>();
    private final List<Resource> withoutLabels = new ArrayList<>();

    void add(Resource object) {
        if (object.kind().equals("Service")) {
            chooser(object, ServiceSelector.of(object).labels());
        } else {
            PodGuard.of(object).ifPresent(guard -> chooser(object, guard.labels()));
        }
        PodTemplates.of(object).ifPresent(template -> {
            workloads.add(object);
            PodTemplates.labels(template)
                    .entrySet()
                    .forEach(each -> labelled.computeIfAbsent(new Label(each), _ -> new ArrayList<>())
                            .add(object));
        });
    }

    private void chooser(Resource object, Map<String, String> selector) {
        first(selector)
                .map(label -> choosers.computeIfAbsent(label, _ -> new ArrayList<>()))
                .orElse(withoutLabels)
                .add(object);
    }

    private static Optional<Label> first(Map<String, String> selector) {
        return selector.entrySet().stream()
                .filter(each -> !ControllerLabels.isOne(each.getKey()))
                .map(Label::new)
                .findFirst();
    }

    /** Those that a selector with these labels may choose. */
    List<Resource> workloads(Map<String, String> selector) {
        return first(selector)
                .map(label -> labelled.getOrDefault(label, List.of()))
                .orElse(workloads);
    }

    /** What may choose the pods of a workload. */
    Stream<Resource> choosers(Resource workload) {
        return Stream.concat(
                withoutLabels.stream(),
                PodTemplates.labels(workload).entrySet().stream()
                        .flatMap(each -> choosers.getOrDefault(new Label(each), List.of()).stream()));
    }
}
