package dev.slipway.gitops.routes;

import dev.slipway.gitops.routes.rule.Destination;
import dev.slipway.gitops.routes.rule.HttpRoute;
import dev.slipway.gitops.routes.rule.Request;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers where a request leads: Gateway, VirtualService, then a Service or by a ServiceEntry to another cluster's gateway.
 * Immutable and compiled once; asking costs a few look-ups.
 */
public final class RouteTable {

    private final Map<String, CompiledCluster> clusters = new LinkedHashMap<>();
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

    /** The hosts without wildcard that this cluster routes, or sends on to others by a pattern, in order. */
    public List<String> hosts(String cluster) {
        CompiledCluster compiled = clusters.get(cluster);
        if (compiled == null) {
            return List.of();
        }
        ByHost<Rule> own = compiled.virtualServices.rules;
        return clusters.values().stream()
                .flatMap(each -> each.virtualServices.rules.exactHosts().stream())
                .distinct()
                .sorted()
                .filter(host -> own.names(host) || isKnown(cluster, host))
                .toList();
    }

    private boolean isKnown(String cluster, String host) {
        return !(resolve(cluster, host, "/", "GET", Map::of) instanceof Route.Ends ends
                && ends.answer() == Route.Answer.UNKNOWN_HOST);
    }

    /** What in the routes is wrong or not executed, cluster by cluster. */
    public List<RouteProblem> problems() {
        return clusters.values().stream()
                .flatMap(cluster -> cluster.problems().stream())
                .toList();
    }

    /**
     * Where a request leads; where destinations have weights, by chance.
     *
     * @param cluster where the request enters
     * @param uri path with or without query
     * @param headers names in lower case, several values joined by commas; asked for only when a route looks at one
     */
    public Route resolve(
            String cluster, String host, String uri, String method, Supplier<Map<String, String>> headers) {
        Request request = Request.of(host, uri, method, headers);
        return new Walk(this, request, RouteTable::byChance).enter(cluster, request);
    }

    /** Where each rule of each cluster leads by each of its destinations, so far as that does not depend on the request. */
    public List<Alternative> everyRule() {
        return new EveryRule(this, clusters.values()).all();
    }

    /** Why requests that enter there do not get to hosts that other clusters have. */
    public List<Alternative> unreached(String entrance) {
        return clusters.values().stream()
                .filter(each -> !each.name.equals(entrance))
                .flatMap(each -> each.virtualServices.rules.exactHosts().stream())
                .distinct()
                .flatMap(host -> explore(entrance, Request.of(host, "/", "GET", Map::of)).stream())
                .filter(each -> each.route() instanceof Route.Ends end
                        && end.at().cluster().equals(entrance)
                        && end.answer() == Route.Answer.UNKNOWN_HOST)
                .toList();
    }

    /** Where a request leads by each of the destinations that it can take, with why it ends where it does. */
    public List<Alternative> explore(String cluster, Request request) {
        return new Exploration(this, cluster, request).all();
    }

    private static @Nullable Destination byChance(HttpRoute route) {
        return route.choose(total -> ThreadLocalRandom.current().nextInt(total));
    }

    @Nullable
    CompiledCluster cluster(String name) {
        return clusters.get(name);
    }

    /** The cluster whose network this address is; null when it is none's. */
    @Nullable
    String byNetwork(String address) {
        return byNetwork.get(address);
    }

    boolean isNetwork(String address) {
        return byNetwork.containsKey(address);
    }
}
