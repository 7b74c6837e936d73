package dev.slipway.gitops.parity.terms;

import dev.slipway.gitops.parity.facts.Container;
import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.facts.Workload;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Probes, with what the API server fills in where the manifest is silent; a named port is the port that it names. */
public final class Probes {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "initialDelaySeconds",
            0,
            "timeoutSeconds",
            1,
            "periodSeconds",
            10,
            "successThreshold",
            1,
            "failureThreshold",
            3);

    private Probes() {}

    public static Facts of(Manifests manifests) {
        Facts facts = new Facts();
        manifests
                .workloads()
                .flatMap(workload -> workload.containers().stream())
                .forEach(container -> List.of("startupProbe", "livenessProbe", "readinessProbe")
                        .forEach(probe -> add(facts, container, probe)));
        return facts;
    }

    private static void add(Facts facts, Container container, String name) {
        Map<String, @Nullable Object> written = container.map(name);
        if (written.isEmpty()) {
            return;
        }
        Map<String, @Nullable Object> probe = new TreeMap<>(DEFAULTS);
        probe.putAll(written);
        for (String handler : List.of("httpGet", "tcpSocket", "grpc")) {
            if (written.get(handler) != null) {
                probe.put(handler, handler(container, handler, Workload.map(written, handler)));
            }
        }
        facts.deep(container.object(), container.path() + "." + name, probe);
    }

    private static Map<String, @Nullable Object> handler(
            Container container, String handler, Map<String, @Nullable Object> written) {
        Map<String, @Nullable Object> complete = new TreeMap<>(written);
        complete.put("port", container.port(written.get("port")));
        if (handler.equals("httpGet")) {
            complete.putIfAbsent("path", "/");
            complete.putIfAbsent("scheme", "HTTP");
        }
        return complete;
    }
}
