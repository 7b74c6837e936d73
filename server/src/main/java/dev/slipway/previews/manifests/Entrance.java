package dev.slipway.previews.manifests;

import dev.slipway.gitops.ContainerImages;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a commit's rendered overlay is entered.
 *
 * @param service the Kubernetes Service that requests go to
 * @param port of it
 * @param readinessPath what its readiness probe asks for
 * @param images what the containers call their images
 */
public record Entrance(String service, int port, String readinessPath, Set<String> images) {

    private static final int HTTP = 80;

    public Entrance {
        images = Set.copyOf(images);
    }

    /** @param preferred the Service that is taken if there are several */
    public static Entrance of(List<Resource> objects, String preferred) {
        Optional<Resource> service = objects.stream()
                .filter(object -> object.kind().equals("Service"))
                .sorted((one, other) -> Boolean.compare(
                        other.name().equals(preferred), one.name().equals(preferred)))
                .findFirst();
        return new Entrance(
                service.map(Resource::name).orElse(preferred),
                service.map(Entrance::port).orElse(HTTP),
                objects.stream()
                        .filter(object -> object.kind().equals("Deployment"))
                        .flatMap(object -> object.list("spec", "template", "spec", "containers").stream())
                        .flatMap(container -> readinessPath(container).stream())
                        .findFirst()
                        .orElse("/"),
                ContainerImages.names(objects));
    }

    private static int port(Resource service) {
        return service.list("spec", "ports").stream()
                .flatMap(port -> port instanceof Map<?, ?> map && map.get("port") instanceof Number number
                        ? java.util.stream.Stream.of(number.intValue())
                        : java.util.stream.Stream.empty())
                .findFirst()
                .orElse(HTTP);
    }

    private static Optional<String> readinessPath(@org.jspecify.annotations.Nullable Object container) {
        return container instanceof Map<?, ?> map
                        && map.get("readinessProbe") instanceof Map<?, ?> probe
                        && probe.get("httpGet") instanceof Map<?, ?> get
                        && get.get("path") instanceof String path
                ? Optional.of(path)
                : Optional.empty();
    }
}
