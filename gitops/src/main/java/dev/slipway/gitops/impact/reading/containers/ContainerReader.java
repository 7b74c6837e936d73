package dev.slipway.gitops.impact.reading.containers;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.fields.Shown;
import dev.slipway.gitops.impact.fields.Turn;
import dev.slipway.gitops.impact.meaning.ContainerMeaning;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.frame.Reader;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Images, resources, probes, ports and commands of containers. */
public final class ContainerReader implements Reader {

    private static final Map<String, String> PROBES =
            Map.of("readinessProbe", "readiness", "livenessProbe", "liveness", "startupProbe", "startup");

    @Override
    public void read(ObjectPair pair, Findings findings) {
        findings.open()
                .forEach(each -> PodTemplates.CONTAINERS.stream()
                        .flatMap(list -> each.path().elementOf(list).stream())
                        .findFirst()
                        .ifPresent(container -> read(container, each, findings)));
    }

    private static void read(String container, Difference difference, Findings findings) {
        FieldPath path = difference.path();
        if (PodTemplates.CONTAINERS.stream().anyMatch(path::isElementOf)) {
            whole(container, difference).forEach(each -> findings.add(difference, each));
            return;
        }
        if (path.elementOf("ports").isPresent()) {
            PortWords.of(container, difference).forEach(each -> findings.add(difference, each));
            return;
        }
        part(container, difference).ifPresent(each -> findings.add(difference, each));
    }

    private static Stream<ContainerMeaning> whole(String container, Difference difference) {
        return switch (difference.turn()) {
            case ADDED ->
                Stream.of(new ContainerMeaning.Added(
                        container,
                        difference.after() instanceof Map<?, ?> map && map.get("image") != null
                                ? Shown.text(map.get("image"))
                                : "none"));
            case REMOVED -> Stream.of(new ContainerMeaning.Removed(container));
            case CHANGED -> Stream.of();
        };
    }

    private static Optional<ContainerMeaning> part(String container, Difference difference) {
        FieldPath path = difference.path();
        for (Map.Entry<String, String> probe : PROBES.entrySet()) {
            if (path.has(probe.getKey())) {
                boolean whole = path.last().equals(probe.getKey());
                return Optional.of(new ContainerMeaning.Probe(
                        container, probe.getValue(), whole ? difference.turn() : Turn.CHANGED));
            }
        }
        if (path.has("resources")) {
            return Optional.of(ResourceWords.of(container, difference));
        }
        if (path.has("securityContext")) {
            return Optional.of(SecurityWords.of(container, difference));
        }
        return rest(container, difference);
    }

    private static Optional<ContainerMeaning> rest(String container, Difference difference) {
        FieldPath path = difference.path();
        if (path.has("envFrom")) {
            return VariableSources.of(container, difference);
        }
        if (path.elementOf("volumeMounts").isPresent()) {
            return Optional.of(new ContainerMeaning.Mount(
                    container, path.elementOf("volumeMounts").orElse(""), difference.turnOf("volumeMounts")));
        }
        for (String field : List.of("command", "args")) {
            if (path.has(field)) {
                return Optional.of(new ContainerMeaning.Command(container, field, null, null));
            }
        }
        return path.last().equals("image")
                ? Optional.of(new ContainerMeaning.Image(container, difference.textBefore(), difference.textAfter()))
                : Optional.empty();
    }
}
