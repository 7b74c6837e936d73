package dev.slipway.gitops.hosts;

import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hosts that objects serve: Ingress, Istio's Gateway and VirtualService, Gateway API, OpenShift's Route, Traefik's IngressRoute. */
public final class ServedHosts {

    private static final Pattern TRAEFIK = Pattern.compile("`([A-Za-z0-9.*-]+)`");

    private ServedHosts() {}

    /** Sorted; names within a cluster and bare stars are no hosts. */
    public static List<String> of(List<Resource> objects) {
        TreeSet<String> hosts = new TreeSet<>();
        objects.stream()
                .flatMap(ServedHosts::of)
                .map(each -> each.substring(each.indexOf('/') + 1))
                .filter(ServedHosts::isHost)
                .forEach(hosts::add);
        return List.copyOf(hosts);
    }

    private static Stream<String> of(Resource object) {
        return switch (object.group() + "/" + object.kind()) {
            case "networking.k8s.io/Ingress", "extensions/Ingress" -> texts(object.list("spec", "rules"), "host");
            case "networking.istio.io/VirtualService" -> texts(object.list("spec", "hosts"));
            case "networking.istio.io/Gateway" ->
                maps(object.list("spec", "servers")).flatMap(each -> texts(list(each.get("hosts"))));
            case "gateway.networking.k8s.io/Gateway" -> texts(object.list("spec", "listeners"), "hostname");
            case "gateway.networking.k8s.io/HTTPRoute",
                    "gateway.networking.k8s.io/GRPCRoute",
                    "gateway.networking.k8s.io/TLSRoute" -> texts(object.list("spec", "hostnames"));
            case "route.openshift.io/Route" -> object.text("spec", "host").stream();
            case "traefik.io/IngressRoute", "traefik.containo.us/IngressRoute" ->
                texts(object.list("spec", "routes"), "match")
                        .filter(each -> each.contains("Host"))
                        .flatMap(ServedHosts::quoted);
            default -> Stream.empty();
        };
    }

    private static Stream<String> quoted(String match) {
        return TRAEFIK.matcher(match).results().map(each -> each.group(1));
    }

    private static Stream<Map<?, ?>> maps(List<?> list) {
        return list.stream().flatMap(each -> each instanceof Map<?, ?> map ? Stream.of(map) : Stream.empty());
    }

    private static Stream<String> texts(List<?> list, String key) {
        return maps(list).map(each -> each.get(key)).filter(Objects::nonNull).map(String::valueOf);
    }

    private static Stream<String> texts(List<?> list) {
        return list.stream().filter(Objects::nonNull).map(String::valueOf);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static boolean isHost(String host) {
        return host.contains(".") && !host.contains(".svc") && !host.contains("{");
    }
}
