package dev.slipway.gitops.parity.terms;

import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.facts.Workload;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The ports of containers and Services. A node port is left out: the cluster gives it. */
public final class Ports {

    private Ports() {}

    public static Facts of(Manifests manifests) {
        Facts facts = new Facts();
        manifests
                .workloads()
                .flatMap(each -> each.containers().stream())
                .forEach(container -> container.items("ports").forEach(port -> {
                    Map<String, @Nullable Object> of = Workload.map(port);
                    port(facts, container.object(), container.path() + ".ports", of, of.get("containerPort"));
                }));
        manifests.own(Set.of("Service")).forEach(service -> service(facts, service));
        return facts;
    }

    private static void service(Facts facts, Resource service) {
        String name = Facts.object(service);
        facts.present(service);
        facts.put(name, "spec.type", service.text("spec", "type").orElse("ClusterIP"));
        facts.put(
                name,
                "spec.sessionAffinity",
                service.text("spec", "sessionAffinity").orElse("None"));
        facts.put(
                name,
                "spec.clusterIP",
                service.text("spec", "clusterIP").filter("None"::equals).orElse("given by the cluster"));
        for (Object item : service.list("spec", "ports")) {
            Map<String, @Nullable Object> port = new TreeMap<>(Workload.map(item));
            port.remove("nodePort");
            port.putIfAbsent("targetPort", port.get("port"));
            port(facts, name, "spec.ports", port, port.get("port"));
        }
    }

    private static void port(
            Facts facts, String object, String path, Map<String, @Nullable Object> port, @Nullable Object number) {
        String protocol = String.valueOf(Objects.requireNonNullElse(port.get("protocol"), "TCP"));
        String at = path + "[" + Facts.text(number) + "/" + protocol + "]";
        facts.put(object, at, "present");
        for (String field : List.of("name", "targetPort", "hostPort", "appProtocol")) {
            facts.putIfAny(object, at + "." + field, port.get(field));
        }
    }
}
