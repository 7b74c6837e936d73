package dev.slipway.gitops.routes;

import dev.slipway.gitops.routes.Destinations.Entry;
import dev.slipway.gitops.routes.Route.Cause;
import dev.slipway.gitops.routes.Route.Hop;
import dev.slipway.gitops.routes.rule.Destination;
import dev.slipway.gitops.routes.rule.HttpRoute;
import dev.slipway.gitops.routes.rule.Match;
import dev.slipway.gitops.routes.rule.Request;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request on its way through the clusters. */
final class Walk {

    private final RouteTable table;
    private final Function<HttpRoute, @Nullable Destination> choice;
    private final List<Hop> hops = new ArrayList<>();
    private final Set<String> passed = new HashSet<>();
    private final Request first;
    private Request current;
    private Passage passage = Passage.PLAIN;
    private boolean byPattern;

    Walk(RouteTable table, Request request, Function<HttpRoute, @Nullable Destination> choice) {
        this.table = table;
        this.first = request;
        this.current = request;
        this.choice = choice;
    }

    /** The request as the last hop that it came to sees it. */
    Request current() {
        return current;
    }

    Route enter(String name, Request request) {
        current = request;
        CompiledCluster cluster = table.cluster(name);
        if (cluster == null) {
            return ends(Cause.NO_CLUSTER, "there is no cluster " + name, new Hop(name, "Cluster", "", name, ""));
        }
        if (!passed.add(name)) {
            return ends(Cause.LOOP, "it comes back to " + name, hops.getLast());
        }
        GatewayServers.Server server = cluster.servers.serving(request.host());
        if (server == null) {
            return ends(
                    cluster.hasGateway() ? Cause.HOST_NOT_SERVED : Cause.NO_GATEWAY,
                    cluster.hasGateway()
                            ? cluster.gateway.object() + " of " + name + " does not serve the host " + request.host()
                            : noGateway(cluster),
                    cluster.hasGateway() ? cluster.gateway.at("/spec/servers") : cluster.gateway);
        }
        hops.add(cluster.gateway.at(server.pointer()));
        return match(cluster, request);
    }

    private static String noGateway(CompiledCluster cluster) {
        return cluster.gateway.name().isEmpty()
                ? "platform.yaml names no gateway of " + cluster.name
                : "there is no " + cluster.gateway.object() + " in " + cluster.name;
    }

    /** By this rule, whatever a request has to be to come to it. */
    Route take(String name, Rule rule, Request request) {
        current = request;
        passed.add(name);
        hops.addAll(rule.hops());
        CompiledCluster cluster = Objects.requireNonNull(table.cluster(name));
        byPattern = !cluster.virtualServices.rules.names(request.host());
        return take(cluster, rule, rule.route().matches().getFirst(), request);
    }

    private Route match(CompiledCluster cluster, Request request) {
        List<Rule> rules = cluster.virtualServices.rules.find(request.host());
        if (rules == null) {
            return unknown(cluster, request);
        }
        boolean named = cluster.virtualServices.rules.names(request.host());
        for (Rule rule : rules) {
            Match match = rule.route().matching(request);
            if (match != null) {
                hops.addAll(rule.hops());
                byPattern = !named;
                return take(cluster, rule, match, request);
            }
        }
        if (!named && rules.stream().allMatch(rule -> rule.route().isForOtherHosts(request))) {
            return unknown(cluster, request);
        }
        Hop last = rules.getFirst().hops().getFirst();
        return ends(Cause.NO_MATCH, "no rule of " + last.object() + " matches", last.at("/spec/http"));
    }

    /** A pattern that brought it here says nothing about what hosts there are. */
    private Route unknown(CompiledCluster cluster, Request request) {
        return ends(
                byPattern ? Cause.NOT_BEHIND_PATTERN : Cause.NO_VIRTUAL_SERVICE,
                "no VirtualService of " + cluster.name + " has the host " + request.host(),
                hops.getLast());
    }

    private Route take(CompiledCluster cluster, Rule rule, Match match, Request request) {
        if (rule.obstacle() != null) {
            Rule.Obstacle obstacle = rule.obstacle();
            return ends(obstacle.cause(), obstacle.at().object() + ": " + obstacle.because(), obstacle.at());
        }
        HttpRoute route = rule.route();
        Hop hop = hops.getLast();
        Destination destination = choice.apply(route);
        if (destination == null) {
            String because = hop.object() + ": all destinations have weight 0";
            return ends(Cause.NO_WEIGHT, because, hop.at(route.pointer() + "/route"));
        }
        passage = passage.then(
                route.requestEdits(destination), route.responseEdits(destination), route.timeout(), route.retries());
        return lead(cluster, rule, destination, route.pass(request, match, destination));
    }

    private Route lead(CompiledCluster cluster, Rule rule, Destination destination, Request request) {
        Hop at = hops.getLast().at(destination.pointer() + "/destination");
        Entry entry = cluster.destinations.entry(destination.host());
        if (entry != null) {
            return leave(entry, destination, request, at);
        }
        Resource service = cluster.destinations.service(destination.host(), rule.namespace());
        if (service == null) {
            return table.isNetwork(destination.host()) || !isService(destination.host())
                    ? ends(
                            Cause.NO_SERVICE_ENTRY,
                            "there is no ServiceEntry in " + cluster.name + " for " + destination.host(),
                            at)
                    : ends(
                            Cause.NO_SERVICE,
                            "there is no Service " + Destinations.complete(destination.host(), rule.namespace())
                                    + " in " + cluster.name,
                            at);
        }
        Map<String, String> subset = destination.subset().isEmpty()
                ? Map.of()
                : cluster.destinations.subset(destination.host(), rule.namespace(), destination.subset());
        return subset == null
                ? ends(
                        Cause.NO_SUBSET,
                        "no DestinationRule of " + cluster.name + " for " + destination.host() + " has the subset "
                                + destination.subset(),
                        at)
                : reach(cluster, service, destination, subset, request);
    }

    private static boolean isService(String host) {
        return !host.contains(".") || host.endsWith(".svc.cluster.local");
    }

    private Route leave(Entry entry, Destination destination, Request request, Hop at) {
        hops.add(entry.hop());
        int port = destination.port();
        if (port != 0 && !entry.ports().isEmpty() && !entry.ports().contains(port)) {
            return ends(
                    Cause.NO_PORT,
                    at.object() + " asks for port " + port + ", " + entry.hop().object() + " has " + entry.ports(),
                    at);
        }
        String next = table.byNetwork(entry.address());
        return next == null
                ? ends(
                        Cause.UNKNOWN_NETWORK,
                        entry.hop().object() + " leads to " + entry.address() + ", which is no cluster's network",
                        entry.hop().at("/spec/endpoints/0/address"))
                : enter(next, request);
    }

    private Route reach(
            CompiledCluster cluster,
            Resource service,
            Destination destination,
            Map<String, String> subset,
            Request request) {
        Hop at = hops.getLast().at(destination.pointer() + "/destination");
        String namespace = String.valueOf(service.namespace());
        List<@Nullable Object> ports = service.list("spec", "ports");
        for (int i = 0; i < ports.size(); i++) {
            if (ports.get(i) instanceof Map<?, ?> map
                    && map.get("port") instanceof Number port
                    && (destination.port() == port.intValue() || (destination.port() == 0 && ports.size() == 1))) {
                hops.add(new Hop(cluster.name, "Service", namespace, service.name(), "/spec/ports/" + i));
                return new Route.Reaches(
                        cluster.name, namespace, service.name(), port.intValue(), subset, passage(request), hops());
            }
        }
        String named = "Service " + namespace + "/" + service.name();
        return ends(
                Cause.NO_PORT,
                destination.port() == 0
                        ? named + " has " + ports.size() + " ports, and " + at.object() + " names none"
                        : named + " has no port " + destination.port(),
                at);
    }

    private Passage passage(Request last) {
        return passage.to(
                last.uri().equals(first.uri()) ? null : last.uri(),
                last.authority().equals(first.authority()) ? null : last.authority());
    }

    private List<Hop> hops() {
        return List.copyOf(hops);
    }

    private Route ends(Cause cause, String because, Hop at) {
        return new Route.Ends(cause, because, at, hops());
    }
}
