package dev.slipway.gitops.impact.reading.kinds;

import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The port of a Service that an Ingress, or a route of the Gateway API, leads to.
 *
 * @param port its name or number
 * @param named whether it is a name
 */
public record Backend(String service, String port, boolean named) {

    public static List<Backend> of(Resource route) {
        Stream<Optional<Backend>> backends = route.kind().equals("Ingress") ? ingress(route) : gateway(route);
        return backends.flatMap(Optional::stream).distinct().toList();
    }

    private static Stream<Optional<Backend>> ingress(Resource ingress) {
        return Stream.concat(
                        ingress.at("spec", "defaultBackend").stream(),
                        ingress.list("spec", "rules").stream()
                                .flatMap(rule -> list(Values.at(rule, "http"), "paths"))
                                .map(path -> Values.at(path, "backend")))
                .map(each -> of(Values.at(each, "service"), "port", "name")
                        .or(() -> of(Values.at(each, "service"), "port", "number")));
    }

    /** References to other kinds and to other namespaces are none of these. */
    private static Stream<Optional<Backend>> gateway(Resource route) {
        return route.list("spec", "rules").stream()
                .flatMap(rule -> list(rule, "backendRefs"))
                .filter(each -> Objects.requireNonNullElse(Values.text(each, "kind"), "Service")
                                .equals("Service")
                        && Values.text(each, "namespace") == null)
                .map(each -> of(each, "port"));
    }

    private static Optional<Backend> of(@Nullable Object service, String... path) {
        String name = Values.text(service, "name");
        String port = Values.text(service, path);
        return name == null || port == null
                ? Optional.empty()
                : Optional.of(new Backend(name, port, path[path.length - 1].equals("name")));
    }

    private static Stream<?> list(@Nullable Object value, String field) {
        return Objects.requireNonNullElse(Values.list(value, field), List.of()).stream();
    }

    /** Whether a Service has this port. */
    public boolean isPortOf(Resource target) {
        return target.list("spec", "ports").stream()
                .anyMatch(each -> port.equals(Values.text(each, named ? "name" : "port")));
    }
}
