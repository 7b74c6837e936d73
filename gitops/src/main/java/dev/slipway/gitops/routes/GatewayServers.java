package dev.slipway.gitops.routes;

import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hosts that a cluster's Gateway serves, and from which namespaces it takes routes for them. */
final class GatewayServers {

    private final ByHost<Server> byHost = new ByHost<>();
    private final List<Server> all = new ArrayList<>();

    /**
     * @param namespace that routes have to be in; {@code *} for any
     * @param pointer to its place in the Gateway
     */
    record Server(String host, String namespace, String pointer) {

        boolean admits(String other) {
            return namespace.equals("*") || namespace.equals(other);
        }
    }

    void add(Resource gateway) {
        int server = 0;
        for (Object each : gateway.list("spec", "servers")) {
            int host = 0;
            for (Object name :
                    each instanceof Map<?, ?> map && map.get("hosts") instanceof List<?> list ? list : List.of()) {
                add(
                        String.valueOf(name),
                        String.valueOf(gateway.namespace()),
                        "/spec/servers/" + server + "/hosts/" + host++);
            }
            server++;
        }
    }

    /** Istio's form is {@code [namespace/]host}, where a dot is the Gateway's own namespace. */
    private void add(String text, String own, String pointer) {
        int slash = text.indexOf('/');
        String namespace = slash < 0 ? "*" : text.substring(0, slash);
        String host = text.substring(slash + 1).toLowerCase(Locale.ROOT);
        Server server = new Server(host, namespace.equals(".") ? own : namespace, pointer);
        byHost.put(host, server);
        all.add(server);
    }

    @Nullable
    Server serving(String host) {
        List<Server> found = byHost.find(host);
        return found == null ? null : found.getFirst();
    }

    /** Whether routes for this host may come from this namespace. */
    boolean admits(String host, String namespace) {
        return all.stream().anyMatch(each -> each.admits(namespace) && overlap(each.host(), host));
    }

    private static boolean overlap(String one, String other) {
        return covers(one, other) || covers(other, one);
    }

    private static boolean covers(String wide, String narrow) {
        return wide.equals(narrow) || (wide.startsWith("*") && narrow.endsWith(wide.substring(1)));
    }

    List<Server> all() {
        return all;
    }
}
