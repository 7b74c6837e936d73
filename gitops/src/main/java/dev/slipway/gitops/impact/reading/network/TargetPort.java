package dev.slipway.gitops.impact.reading.network;

import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a port of a Service leads to within its pods.
 *
 * @param port the Service's own
 * @param target the name or number of a container's port
 */
record TargetPort(String port, String target, String protocol) {

    static List<TargetPort> of(Resource service) {
        return service.list("spec", "ports").stream().map(TargetPort::read).toList();
    }

    private static TargetPort read(@Nullable Object port) {
        String number = Objects.requireNonNullElse(Values.text(port, "port"), "");
        return new TargetPort(
                number, Objects.requireNonNullElse(Values.text(port, "targetPort"), number), protocol(port));
    }

    private static String protocol(@Nullable Object port) {
        return Objects.requireNonNullElse(Values.text(port, "protocol"), "TCP");
    }

    boolean isNamed() {
        return !target.matches("\\d+");
    }

    /** Whether some container has a port of this name or number. */
    boolean isDeclaredBy(Resource workload) {
        return PodTemplates.of(workload).stream()
                .flatMap(PodTemplates::containers)
                .flatMap(container -> ports(container).stream())
                .anyMatch(each -> target.equals(Values.text(each, isNamed() ? "name" : "containerPort"))
                        && protocol.equals(protocol(each)));
    }

    private static List<?> ports(@Nullable Object container) {
        return Objects.requireNonNullElse(Values.list(container, "ports"), List.of());
    }
}
