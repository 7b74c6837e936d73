package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The Services that Ingresses, HTTPRoutes, VirtualServices and StatefulSets name. */
public final class RouteCheck implements Check {

    private static final String CLUSTER_DOMAIN = ".svc.cluster.local";

    /** @param port null where none is named */
    private record Backend(
            String namespace, String name, @Nullable String port, String pointer) {}

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        for (Managed object : inventory.objects()) {
            for (Backend backend : backends(object)) {
                violation(inventory, object, backend).ifPresent(each -> found.accept(object, each));
            }
        }
    }

    private static List<Backend> backends(Managed object) {
        List<Backend> backends = new ArrayList<>();
        switch (object.object().group() + " " + object.kind()) {
            case "networking.k8s.io Ingress" ->
                deep(object.object().content().get("spec"), "/spec", (at, map) -> ingress(object, at, map, backends));
            case "gateway.networking.k8s.io HTTPRoute",
                    "gateway.networking.k8s.io GRPCRoute",
                    "gateway.networking.k8s.io TCPRoute",
                    "gateway.networking.k8s.io TLSRoute" ->
                deep(object.object().content().get("spec"), "/spec", (at, map) -> route(object, at, map, backends));
            case "networking.istio.io VirtualService" ->
                deep(object.object().content().get("spec"), "/spec", (at, map) -> mesh(object, at, map, backends));
            case "apps StatefulSet" ->
                object.object()
                        .text("spec", "serviceName")
                        .filter(name -> !name.isEmpty())
                        .ifPresent(
                                name -> backends.add(new Backend(object.namespace(), name, null, "/spec/serviceName")));
            default -> {}
        }
        return backends;
    }

    private static void ingress(Managed object, String at, Map<?, ?> map, List<Backend> backends) {
        if (map.get("service") instanceof Map<?, ?> service && Values.text(service, "name") != null) {
            String name = Objects.requireNonNull(Values.text(service, "name"));
            String number = Values.text(service, "port", "number");
            backends.add(new Backend(
                    object.namespace(),
                    name,
                    number == null ? Values.text(service, "port", "name") : number,
                    at + "/service/name"));
        }
    }

    private static void route(Managed object, String at, Map<?, ?> map, List<Backend> backends) {
        List<?> references = map.get("backendRefs") instanceof List<?> list ? list : List.of();
        for (int i = 0; i < references.size(); i++) {
            Object each = references.get(i);
            String kind = Values.text(each, "kind");
            String name = Values.text(each, "name");
            if ((kind == null || kind.equals("Service")) && name != null) {
                String namespace = Values.text(each, "namespace");
                backends.add(new Backend(
                        namespace == null ? object.namespace() : namespace,
                        name,
                        Values.text(each, "port"),
                        at + "/backendRefs/" + i + "/name"));
            }
        }
    }

    /** Only what is a Service by its name; everything else is followed by those who explain routes. */
    private static void mesh(Managed object, String at, Map<?, ?> map, List<Backend> backends) {
        String host = map.get("destination") instanceof Map<?, ?> destination ? Values.text(destination, "host") : null;
        if (host == null) {
            return;
        }
        String port = Values.text(map.get("destination"), "port", "number");
        String pointer = at + "/destination/host";
        if (!host.contains(".")) {
            backends.add(new Backend(object.namespace(), host, port, pointer));
        } else if (host.endsWith(CLUSTER_DOMAIN)) {
            String[] parts =
                    host.substring(0, host.length() - CLUSTER_DOMAIN.length()).split("\\.", -1);
            if (parts.length == 2) {
                backends.add(new Backend(parts[1], parts[0], port, pointer));
            }
        }
    }

    private interface Visitor {
        void visit(String pointer, Map<?, ?> map);
    }

    private static void deep(@Nullable Object value, String at, Visitor visitor) {
        if (value instanceof Map<?, ?> map) {
            visitor.visit(at, map);
            map.forEach((key, each) -> deep(each, at + "/" + key, visitor));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                deep(list.get(i), at + "/" + i, visitor);
            }
        }
    }

    private static Optional<Violation> violation(Inventory inventory, Managed object, Backend backend) {
        Optional<Managed> service = inventory.find(object.cluster(), backend.namespace(), "Service", backend.name());
        if (service.isEmpty()) {
            return Optional.of(missing(inventory, object, backend));
        }
        List<@Nullable Object> ports = service.get().object().list("spec", "ports");
        boolean there = backend.port() == null
                || service.get().object().text("spec", "type").orElse("").equals("ExternalName")
                || ports.stream()
                        .anyMatch(each -> backend.port().equals(Values.text(each, "port"))
                                || backend.port().equals(Values.text(each, "name")));
        return there
                ? Optional.empty()
                : Optional.of(Violation.error(
                        Rule.SERVICE,
                        backend.pointer(),
                        "The " + service.get() + " has no port \"" + backend.port() + "\".",
                        "one of "
                                + String.join(
                                        ", ",
                                        ports.stream()
                                                .map(each -> String.valueOf(Values.text(each, "port")))
                                                .distinct()
                                                .toList()),
                        "Correct the port."));
    }

    private static Violation missing(Inventory inventory, Managed object, Backend backend) {
        References references = new References(
                inventory, new Managed(object.application(), object.cluster(), backend.namespace(), object.object()));
        String what = references.missing("Service", backend.name());
        String next = references.meant("Service", backend.name(), "Correct the name, or add the Service.");
        boolean elsewhere = inventory.mayHoldMore(object.cluster(), backend.namespace())
                || !isOurs(inventory, object, backend.namespace());
        return elsewhere
                ? Violation.unknown(
                        Rule.SERVICE,
                        backend.pointer(),
                        what + " Whether it is made outside of Git cannot be told.",
                        next)
                : Violation.error(Rule.SERVICE, backend.pointer(), what, "", next);
    }

    /** Of a namespace that Git says nothing about nobody knows what it holds. */
    private static boolean isOurs(Inventory inventory, Managed object, String namespace) {
        return namespace.equals(object.namespace())
                || inventory.namespace(object.cluster(), namespace).isPresent()
                || !inventory.workloads(object.cluster(), namespace).isEmpty();
    }
}
