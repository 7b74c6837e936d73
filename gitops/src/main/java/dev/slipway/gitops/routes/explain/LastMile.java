package dev.slipway.gitops.routes.explain;

import dev.slipway.gitops.routes.Route;
import dev.slipway.gitops.routes.Route.Cause;
import dev.slipway.gitops.routes.Route.Hop;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From a Service to the replicas behind it. */
final class LastMile {

    private final Route.Reaches route;
    private final DeclaredPods pods;
    private final Hop service;

    LastMile(Route.Reaches route, DeclaredPods pods) {
        this.route = route;
        this.pods = pods;
        this.service = route.hops().getLast();
    }

    /** Where it ends: at the workloads, or why before. */
    record Arrival(@Nullable Cause cause, String words, Hop at, List<Hop> workloads) {}

    Arrival arrival(LiveReplicas live) {
        Resource object = Objects.requireNonNull(pods.service(route.namespace(), route.service()));
        Map<String, Object> selector = new TreeMap<>(route.subset());
        object.map("spec", "selector").forEach((key, value) -> selector.put(key, String.valueOf(value)));
        List<Resource> workloads = selector.isEmpty() ? List.of() : pods.selected(route.namespace(), selector);
        if (workloads.isEmpty()) {
            return ends(Cause.SELECTS_NOTHING, selectsNothing(selector), service.at("/spec/selector"));
        }
        List<Hop> hops = workloads.stream().map(this::hop).toList();
        String target = target(object);
        if (workloads.stream().noneMatch(each -> DeclaredPods.hasPort(each, target))) {
            String words = service.object() + " leads to port \"" + target + "\", which no container of "
                    + hops.getFirst().object() + " has";
            return ends(Cause.NO_PORT, words, service.at(service.pointer() + "/targetPort"));
        }
        return ready(workloads, hops, live);
    }

    private String selectsNothing(Map<String, Object> selector) {
        String there = pods.all(route.namespace()).stream()
                .map(each -> each.kind() + " " + each.name() + " has " + DeclaredPods.labels(each))
                .collect(Collectors.joining("; "));
        return selector.isEmpty()
                ? service.object() + " has no selector"
                : service.object() + " selects pods with " + selector + ", and no workload of the namespace has them"
                        + (there.isEmpty() ? "" : ": " + there);
    }

    private String target(Resource object) {
        String index = service.pointer().substring(service.pointer().lastIndexOf('/') + 1);
        return object.text("spec", "ports", index, "targetPort").orElse(String.valueOf(route.port()));
    }

    private Arrival ready(List<Resource> workloads, List<Hop> hops, LiveReplicas live) {
        long wanted = workloads.stream().mapToLong(DeclaredPods::replicas).sum();
        Optional<Integer> ready =
                live.ready(route.cluster(), route.namespace(), route.service(), route.port(), route.subset());
        if (wanted == 0) {
            return new Arrival(
                    Cause.NOTHING_READY,
                    hops.getFirst().object() + " has 0 replicas",
                    hops.getFirst().at("/spec/replicas"),
                    hops);
        }
        if (ready.isEmpty()) {
            return new Arrival(
                    null, "asks for " + wanted + " replicas; which are ready is not known here", hops.getFirst(), hops);
        }
        String words = ready.get() + " of " + wanted + " replicas ready";
        return new Arrival(ready.get() == 0 ? Cause.NOTHING_READY : null, words, hops.getFirst(), hops);
    }

    private Hop hop(Resource workload) {
        return new Hop(route.cluster(), workload.kind(), route.namespace(), workload.name(), "");
    }

    private static Arrival ends(Cause cause, String words, Hop at) {
        return new Arrival(cause, words, at, List.of());
    }
}
