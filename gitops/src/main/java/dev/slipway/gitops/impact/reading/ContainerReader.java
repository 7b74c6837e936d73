package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.fields.Shown;
import dev.slipway.gitops.impact.meaning.ContainerMeaning;
import dev.slipway.gitops.impact.meaning.ContainerMeaning.Turn;
import dev.slipway.gitops.impact.objects.ObjectPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Images, resources, probes, ports and commands of containers. */
final class ContainerReader implements Reader {

    private static final List<String> LISTS = List.of("containers", "initContainers");
    private static final Map<String, String> PROBES =
            Map.of("readinessProbe", "readiness", "livenessProbe", "liveness", "startupProbe", "startup");

    @Override
    public void read(ObjectPair pair, Findings findings) {
        findings.open()
                .forEach(each -> LISTS.stream()
                        .flatMap(list -> each.path().elementOf(list).stream())
                        .findFirst()
                        .ifPresent(container -> read(container, each, findings)));
    }

    private static void read(String container, Difference difference, Findings findings) {
        FieldPath path = difference.path();
        if (LISTS.stream().anyMatch(path::isElementOf)) {
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
        return switch (turn(difference)) {
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
                        container, probe.getValue(), whole ? turn(difference) : Turn.CHANGED));
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
                    container,
                    path.elementOf("volumeMounts").orElse(""),
                    path.isElementOf("volumeMounts") ? turn(difference) : Turn.CHANGED));
        }
        for (String field : List.of("command", "args")) {
            if (path.has(field)) {
                return Optional.of(new ContainerMeaning.Command(container, field, null, null));
            }
        }
        return path.last().equals("image")
                ? Optional.of(
                        new ContainerMeaning.Image(container, text(difference.before()), text(difference.after())))
                : Optional.empty();
    }

    static Turn turn(Difference difference) {
        if (difference.before() == null) {
            return Turn.ADDED;
        }
        return difference.after() == null ? Turn.REMOVED : Turn.CHANGED;
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Shown.text(value);
    }
}
