package dev.slipway.gitops.routes;

import dev.slipway.gitops.routes.Route.Cause;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers where a request leads: Gateway, VirtualService, then a Service or by a ServiceEntry to another cluster's gateway.
 * Immutable and compiled once; asking costs a few look-ups.
 */
public final class RouteTable {

    private final Map<String, CompiledCluster> clusters = new HashMap<>();
    private final Map<String, String> byNetwork = new HashMap<>();

    private RouteTable(List<RouteCluster> given) {
        given.forEach(cluster -> {
            clusters.put(cluster.name(), new CompiledCluster(cluster));
            if (!cluster.network().isEmpty()) {
                byNetwork.put(cluster.network(), cluster.name());
            }
        });
    }

    public static RouteTable of(List<RouteCluster> clusters) {
        return new RouteTable(clusters);
    }

    /** The hosts without wildcard that this cluster routes, in order. */
    public List<String> hosts(String cluster) {
        CompiledCluster compiled = clusters.get(cluster);
        return compiled == null ? List.of() : compiled.rules.exactHosts();
    }

    /**
     * @param cluster where the request enters
     * @param path with or without query
     * @param headers names in lower case
     */
    public Route resolve(String cluster, String host, String path, String method, Map<String, String> headers) {
        int query = path.indexOf('?');
        Rule.Request request = new Rule.Request(query < 0 ? path : path.substring(0, query), method, headers);
        return follow(cluster, withoutPort(host), request, new ArrayList<>(), new HashSet<>());
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    }

    private Route follow(String name, String host, Rule.Request request, List<Route.Hop> hops, Set<String> passed) {
        CompiledCluster cluster = clusters.get(name);
        boolean first = passed.isEmpty();
        if (cluster == null || !passed.add(name)) {
            return ends(
                    Cause.DEAD_END, cluster == null ? "there is no cluster " + name : "it comes back to " + name, hops);
        }
        if (cluster.servers.find(host) == null) {
            return ends(
                    first ? Cause.UNKNOWN_HOST : Cause.DEAD_END,
                    cluster.gateway.object() + " of " + name + " does not serve the host",
                    hops);
        }
        hops.add(cluster.gateway);
        List<Rule> rules = cluster.rules.find(host);
        if (rules == null) {
            return ends(
                    first ? Cause.UNKNOWN_HOST : Cause.DEAD_END,
                    "no VirtualService of " + name + " has the host " + host,
                    hops);
        }
        for (Rule rule : rules) {
            if (rule.matches(request)) {
                hops.add(rule.hop());
                return take(cluster, rule, host, request, hops, passed);
            }
        }
        return ends(Cause.NO_MATCH, "no rule of " + rules.getFirst().hop().object() + " matches", hops);
    }

    private Route take(
            CompiledCluster cluster,
            Rule rule,
            String host,
            Rule.Request request,
            List<Route.Hop> hops,
            Set<String> passed) {
        if (rule.unusable() != null) {
            return ends(Cause.DEAD_END, rule.hop().object() + ": " + rule.unusable(), hops);
        }
        CompiledCluster.Entry entry = cluster.entry(rule.host());
        if (entry != null) {
            hops.add(entry.hop());
            String next = byNetwork.get(entry.address());
            return next == null
                    ? ends(
                            Cause.DEAD_END,
                            entry.hop().object() + " leads to " + entry.address() + ", which is no cluster's network",
                            hops)
                    : follow(next, host, request, hops, passed);
        }
        Resource service = cluster.service(rule.host(), rule.namespace());
        return service == null
                ? ends(Cause.DEAD_END, "there is no Service " + rule.host() + " in " + cluster.name, hops)
                : reach(cluster, service, rule.port(), hops);
    }

    private static Route reach(CompiledCluster cluster, Resource service, int asked, List<Route.Hop> hops) {
        String namespace = String.valueOf(service.namespace());
        String named = "Service " + namespace + "/" + service.name();
        List<@Nullable Object> ports = service.list("spec", "ports");
        for (Object each : ports) {
            if (each instanceof Map<?, ?> map
                    && map.get("port") instanceof Number port
                    && (asked == port.intValue() || (asked == 0 && ports.size() == 1))) {
                hops.add(new Route.Hop(cluster.name, named));
                return new Route.Reaches(cluster.name, namespace, service.name(), port.intValue(), List.copyOf(hops));
            }
        }
        return ends(Cause.DEAD_END, named + " has no port " + asked, hops);
    }

    private static Route ends(Cause cause, String because, List<Route.Hop> hops) {
        return new Route.Ends(cause, because, List.copyOf(hops));
    }
}
