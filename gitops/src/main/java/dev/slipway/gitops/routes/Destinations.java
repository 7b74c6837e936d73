package dev.slipway.gitops.routes;

import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the routes of one cluster can lead to: Services, ServiceEntries, and subsets of DestinationRules. */
final class Destinations {

    private static final String SUFFIX = ".svc.cluster.local";

    private final String cluster;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Resource> services = new HashMap<>();
    private final Map<String, Map<String, Map<String, String>>> subsets = new HashMap<>();
    private final List<RouteProblem> problems = new ArrayList<>();

    /** A ServiceEntry; {@code ports} are empty when it names none. */
    record Entry(Route.Hop hop, String address, List<Integer> ports) {}

    Destinations(String cluster) {
        this.cluster = cluster;
    }

    void service(Resource object) {
        services.put(namespace(object) + "/" + object.name(), object);
    }

    void serviceEntry(Resource object) {
        List<Integer> ports = new ArrayList<>();
        for (Object each : object.list("spec", "ports")) {
            if (each instanceof Map<?, ?> map && map.get("number") instanceof Number number) {
                ports.add(number.intValue());
            }
        }
        Route.Hop hop = hop(object, "");
        if (object.list("spec", "endpoints").size() > 1) {
            String what = "Only the first of several endpoints is used.";
            problems.add(new RouteProblem(hop.at("/spec/endpoints/1"), what, "one endpoint", false));
        }
        for (Object host : object.list("spec", "hosts")) {
            String address = object.text("spec", "endpoints", "0", "address").orElse(String.valueOf(host));
            entries.put(String.valueOf(host), new Entry(hop, address, ports));
        }
    }

    void destinationRule(Resource object) {
        if (object.at("spec", "trafficPolicy").isPresent()) {
            String what = "\"trafficPolicy\" is not executed by this gateway.";
            problems.add(new RouteProblem(hop(object, "/spec/trafficPolicy"), what, "subsets only", false));
        }
        Map<String, Map<String, String>> own = subsets.computeIfAbsent(
                complete(object.text("spec", "host").orElse(""), namespace(object)), _ -> new TreeMap<>());
        for (Object each : object.list("spec", "subsets")) {
            if (each instanceof Map<?, ?> map) {
                own.put(String.valueOf(map.get("name")), texts(map.get("labels")));
            }
        }
    }

    private static Map<String, String> texts(@Nullable Object labels) {
        Map<String, String> texts = new TreeMap<>();
        if (labels instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        }
        return Map.copyOf(texts);
    }

    private Route.Hop hop(Resource object, String pointer) {
        return new Route.Hop(cluster, object.kind(), namespace(object), object.name(), pointer);
    }

    private static String namespace(Resource object) {
        return Objects.requireNonNullElse(object.namespace(), "");
    }

    /** A name without dots means a Service of the same namespace; one with dots is complete. */
    static String complete(String host, String from) {
        return host.contains(".") ? host : host + "." + from + SUFFIX;
    }

    @Nullable
    Entry entry(String host) {
        return entries.get(host);
    }

    /** The Service that a destination's host means, seen from a namespace; null when it is not there. */
    @Nullable
    Resource service(String host, String from) {
        String complete = complete(host, from);
        if (!complete.endsWith(SUFFIX)) {
            return null;
        }
        String bare = complete.substring(0, complete.length() - SUFFIX.length());
        int dot = bare.indexOf('.');
        return dot < 0 ? null : services.get(bare.substring(dot + 1) + "/" + bare.substring(0, dot));
    }

    /** The labels of a subset; null when no DestinationRule has it. */
    @Nullable
    Map<String, String> subset(String host, String from, String name) {
        return subsets.getOrDefault(complete(host, from), Map.of()).get(name);
    }

    List<RouteProblem> problems() {
        return problems;
    }
}
