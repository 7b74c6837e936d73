package dev.slipway.gitops.routes;

import dev.slipway.kustomize.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The routing of one cluster, ready to be asked. */
final class CompiledCluster {

    final String name;
    final Route.Hop gateway;
    final ByHost<Boolean> servers = new ByHost<>();
    final ByHost<Rule> rules = new ByHost<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Resource> services = new HashMap<>();

    /** A ServiceEntry. */
    record Entry(Route.Hop hop, String address) {}

    CompiledCluster(RouteCluster cluster) {
        name = cluster.name();
        gateway = new Route.Hop(name, "Gateway " + cluster.gateway());
        for (Resource object : cluster.objects()) {
            take(object, cluster.gateway());
        }
    }

    private void take(Resource object, String entrance) {
        switch (object.group() + "/" + object.kind()) {
            case "networking.istio.io/Gateway" -> {
                if (entrance.equals(key(object))) {
                    gateway(object);
                }
            }
            case "networking.istio.io/VirtualService" -> virtualService(object, entrance);
            case "networking.istio.io/ServiceEntry" -> serviceEntry(object);
            case "/Service" -> services.put(key(object), object);
            default -> {}
        }
    }

    private static String key(Resource object) {
        return object.namespace() + "/" + object.name();
    }

    private void gateway(Resource object) {
        for (Object server : object.list("spec", "servers")) {
            for (Object host :
                    server instanceof Map<?, ?> map && map.get("hosts") instanceof List<?> list ? list : List.of()) {
                String text = String.valueOf(host).toLowerCase(Locale.ROOT);
                servers.put(text.substring(text.indexOf('/') + 1), true);
            }
        }
    }

    private void virtualService(Resource object, String entrance) {
        boolean bound = object.list("spec", "gateways").stream()
                .map(String::valueOf)
                .anyMatch(each -> (each.contains("/") ? each : object.namespace() + "/" + each).equals(entrance));
        if (!bound) {
            return;
        }
        Route.Hop hop = new Route.Hop(name, "VirtualService " + key(object));
        for (Object http : object.list("spec", "http")) {
            if (http instanceof Map<?, ?> map) {
                Rule rule = Rule.of(hop, Objects.requireNonNullElse(object.namespace(), ""), map);
                object.list("spec", "hosts")
                        .forEach(host -> rules.put(String.valueOf(host).toLowerCase(Locale.ROOT), rule));
            }
        }
    }

    private void serviceEntry(Resource object) {
        Route.Hop hop = new Route.Hop(name, "ServiceEntry " + key(object));
        for (Object host : object.list("spec", "hosts")) {
            String address = object.text("spec", "endpoints", "0", "address").orElse(String.valueOf(host));
            entries.put(String.valueOf(host), new Entry(hop, address));
        }
    }

    @Nullable
    Entry entry(String host) {
        return entries.get(host);
    }

    /** The Service that a destination's host means, seen from a namespace; null when it is not there. */
    @Nullable
    Resource service(String host, String from) {
        String bare = host.replaceFirst("\\.svc(\\.cluster\\.local)?$", "");
        int dot = bare.indexOf('.');
        return services.get(dot < 0 ? from + "/" + bare : bare.substring(dot + 1) + "/" + bare.substring(0, dot));
    }
}
