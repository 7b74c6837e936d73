package dev.slipway.gitops.parity.terms;

import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.facts.Workload;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How requests come in: the same controller, paths and rules under whatever host. The hosts are a term of their own. */
public final class Ingresses {

    private static final Set<String> KINDS = Set.of("Ingress", "VirtualService", "HTTPRoute", "GRPCRoute", "TLSRoute");

    private Ingresses() {}

    public static Facts pattern(Manifests manifests) {
        Facts facts = new Facts();
        manifests.all(KINDS).forEach(route -> {
            facts.present(route);
            if (route.kind().equals("Ingress")) {
                ingress(facts, route);
            } else {
                route(facts, route);
            }
        });
        return facts;
    }

    public static Facts hosts(Manifests manifests) {
        Facts facts = new Facts();
        manifests
                .all(KINDS)
                .forEach(route ->
                        hosts(route).forEach(host -> facts.members(Facts.object(route), "hosts", List.of(host))));
        return facts;
    }

    /** The hosts that a route answers for. */
    public static Set<String> hosts(Resource route) {
        Set<String> hosts = new TreeSet<>();
        route.list("spec", "hosts").forEach(each -> hosts.add(Facts.text(each)));
        route.list("spec", "hostnames").forEach(each -> hosts.add(Facts.text(each)));
        route.list("spec", "rules").stream()
                .map(each -> Values.text(each, "host"))
                .filter(Objects::nonNull)
                .forEach(hosts::add);
        return hosts;
    }

    private static void ingress(Facts facts, Resource ingress) {
        String name = Facts.object(ingress);
        facts.put(
                name,
                "spec.ingressClassName",
                ingress.text("spec", "ingressClassName")
                        .or(() -> java.util.Optional.ofNullable(
                                ingress.annotations().get("kubernetes.io/ingress.class")))
                        .orElse("the cluster's default"));
        facts.put(name, "spec.tls", ingress.list("spec", "tls").isEmpty() ? "without TLS" : "with TLS");
        facts.deep(
                name,
                "spec.defaultBackend",
                ingress.at("spec", "defaultBackend").orElse(null));
        for (Object rule : ingress.list("spec", "rules")) {
            for (Object path : Workload.items(rule, "http", "paths")) {
                String at = "spec.rules[].paths[" + Objects.requireNonNullElse(Values.text(path, "path"), "/") + "]";
                facts.put(name, at + ".pathType", Values.text(path, "pathType"));
                facts.deep(name, at + ".backend", Workload.map(path, "backend"));
            }
        }
    }

    /** The order of an Istio route's rules decides, so each has its number. */
    private static void route(Facts facts, Resource route) {
        String name = Facts.object(route);
        facts.members(name, "spec.gateways", route.list("spec", "gateways"));
        facts.members(name, "spec.parentRefs", route.list("spec", "parentRefs"));
        for (String list : List.of("http", "tls", "tcp", "rules")) {
            List<@Nullable Object> rules = route.list("spec", list);
            for (int i = 0; i < rules.size(); i++) {
                Map<String, @Nullable Object> rule = new TreeMap<>(Workload.map(rules.get(i)));
                facts.deep(name, "spec." + list + "[" + i + "]", rule);
            }
        }
    }
}
