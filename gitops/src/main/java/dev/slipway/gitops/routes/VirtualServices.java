package dev.slipway.gitops.routes;

import dev.slipway.gitops.routes.rule.HttpRoute;
import dev.slipway.gitops.routes.rule.RuleProblem;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The VirtualServices of one cluster, compiled as far as they concern its gateway. */
final class VirtualServices {

    private final String cluster;
    private final String gateway;
    private final GatewayServers servers;
    private final Map<String, Resource> byName = new HashMap<>();
    private final List<RouteProblem> problems = new ArrayList<>();
    final ByHost<Rule> rules = new ByHost<>();
    /** Those that have hosts and apply to other gateways, or from a namespace that is not admitted. */
    final List<Aside> aside = new ArrayList<>();

    /** @param cause NOT_BOUND or NOT_ADMITTED */
    record Aside(Route.Hop hop, List<String> hosts, Route.Cause cause, String because) {}

    VirtualServices(String cluster, String gateway, GatewayServers servers, List<Resource> objects) {
        this.cluster = cluster;
        this.gateway = gateway;
        this.servers = servers;
        objects.forEach(each -> byName.put(key(each), each));
        objects.forEach(this::take);
    }

    private static String key(Resource object) {
        return namespace(object) + "/" + object.name();
    }

    private static String namespace(Resource object) {
        return Objects.requireNonNullElse(object.namespace(), "");
    }

    private Route.Hop hop(Resource object, String pointer) {
        return new Route.Hop(cluster, "VirtualService", namespace(object), object.name(), pointer);
    }

    private void take(Resource object) {
        List<String> hosts = texts(object, "hosts");
        if (hosts.isEmpty()) {
            return; // a delegate
        }
        List<String> admitted = hosts.stream()
                .filter(host -> servers.admits(host, namespace(object)))
                .toList();
        Set<String> names = namesOfGateway(object);
        if (texts(object, "gateways").stream().noneMatch(names::contains)) {
            aside.add(new Aside(hop(object, "/spec/gateways"), hosts, Route.Cause.NOT_BOUND, unbound(object)));
            return;
        }
        if (admitted.size() < hosts.size()) {
            String because = "Gateway " + gateway + " takes routes for it from other namespaces than "
                    + namespace(object) + " only";
            aside.add(new Aside(hop(object, "/spec/hosts"), hosts, Route.Cause.NOT_ADMITTED, because));
        }
        unsupported(object);
        for (Rule rule : rules(object, names)) {
            admitted.forEach(host -> rules.put(host, rule));
        }
    }

    /** By which its matches and {@code gateways} may mean the cluster's gateway. */
    private Set<String> namesOfGateway(Resource object) {
        String prefix = namespace(object) + "/";
        return gateway.startsWith(prefix) ? Set.of(gateway, gateway.substring(prefix.length())) : Set.of(gateway);
    }

    private static String unbound(Resource object) {
        List<String> names = texts(object, "gateways").stream()
                .map(name -> name.contains("/") ? name : namespace(object) + "/" + name)
                .toList();
        return names.isEmpty()
                ? "it names no gateways, so it is for the mesh alone"
                : "its gateways mean " + String.join(", ", names);
    }

    private void unsupported(Resource object) {
        for (String key : List.of("tcp", "tls")) {
            if (!object.list("spec", key).isEmpty()) {
                problem(hop(object, "/spec/" + key), "\"" + key + "\" routes are not executed.", "http routes", false);
            }
        }
        if (!Set.of(List.of(), List.of("*")).contains(texts(object, "exportTo"))) {
            problem(hop(object, "/spec/exportTo"), "\"exportTo\" is not executed.", "every namespace sees it", false);
        }
    }

    private List<Rule> rules(Resource object, Set<String> names) {
        List<Rule> compiled = new ArrayList<>();
        for (HttpRoute route : routes(object, names)) {
            Route.Hop hop = hop(object, route.pointer());
            compiled.addAll(
                    route.delegate() == null ? List.of(rule(List.of(hop), object, route)) : delegated(hop, route));
        }
        return compiled;
    }

    private List<HttpRoute> routes(Resource object, Set<String> names) {
        List<HttpRoute> routes = new ArrayList<>();
        int index = 0;
        for (Object each : object.list("spec", "http")) {
            HttpRoute.of(each, "/spec/http/" + index++, namespace(object), names)
                    .ifPresent(route -> {
                        route.problems().forEach(problem -> tell(hop(object, problem.pointer()), problem));
                        routes.add(route);
                    });
        }
        return routes;
    }

    private List<Rule> delegated(Route.Hop root, HttpRoute route) {
        Resource object = byName.get(String.valueOf(route.delegate()));
        if (object == null || !texts(object, "hosts").isEmpty()) {
            String because = object == null
                    ? "there is no VirtualService " + route.delegate() + " to delegate to"
                    : "VirtualService " + route.delegate() + " has hosts of its own, so nothing is delegated to it";
            Route.Hop at = root.at(route.pointer() + "/delegate");
            problem(at, because, "a VirtualService without hosts", true);
            return List.of(new Rule(
                    List.of(root),
                    root.namespace(),
                    route,
                    new Rule.Obstacle(Route.Cause.DELEGATE_MISSING, because, at)));
        }
        return routes(object, Set.of(gateway)).stream()
                .map(inner -> rule(List.of(root, hop(object, inner.pointer())), object, route.delegated(inner)))
                .toList();
    }

    private Rule rule(List<Route.Hop> hops, Resource object, HttpRoute route) {
        RuleProblem problem = route.obstacle();
        Rule.@Nullable Obstacle obstacle = problem == null
                ? null
                : new Rule.Obstacle(Route.Cause.NOT_UNDERSTOOD, problem.what(), hop(object, problem.pointer()));
        return new Rule(hops, namespace(object), route, obstacle);
    }

    private void tell(Route.Hop at, RuleProblem problem) {
        problem(at, problem.what(), problem.expected(), problem.blocks());
    }

    private void problem(Route.Hop at, String what, String expected, boolean blocks) {
        RouteProblem problem = new RouteProblem(at, what, expected, blocks);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    Map<String, String> labels(Route.Hop hop) {
        Resource object = byName.get(hop.namespace() + "/" + hop.name());
        return object == null ? Map.of() : object.labels();
    }

    List<RouteProblem> problems() {
        return problems;
    }

    private static List<String> texts(Resource object, String key) {
        return object.list("spec", key).stream()
                .map(each -> String.valueOf(each).toLowerCase(Locale.ROOT))
                .toList();
    }
}
