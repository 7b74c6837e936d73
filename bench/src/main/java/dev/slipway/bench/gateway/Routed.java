package dev.slipway.bench.gateway;

import dev.slipway.gitops.routes.Route;
import dev.slipway.gitops.routes.RouteCluster;
import dev.slipway.gitops.routes.RouteTable;
import dev.slipway.kustomize.Resources;
import dev.slipway.traffic.front.Workloads;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Routes as a golden path writes them: from the hub's Gateway to the spoke's, and to a Service. */
final class Routed implements Workloads {

    private static final String GATEWAY = """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: main, namespace: istio}
            spec: {servers: [{port: {number: 80}, hosts: ["*.localhost"]}]}
            ---
            """;

    private static final String HUB = GATEWAY + """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: dev, namespace: istio}
            spec: {hosts: [dev.internal], ports: [{number: 80}], endpoints: [{address: dev.internal}], resolution: DNS}
            """;

    private final Map<String, InetSocketAddress> services;
    private final RouteTable table;

    Routed(Map<String, InetSocketAddress> services) {
        this.services = Map.copyOf(services);
        StringBuilder hub = new StringBuilder(HUB);
        StringBuilder spoke = new StringBuilder(GATEWAY);
        services.keySet().forEach(service -> {
            hub.append(virtualService(service, "istio", "dev.internal"));
            spoke.append(virtualService(service, "red", service + ".red.svc.cluster.local"));
            spoke.append("---\napiVersion: v1\nkind: Service\nmetadata: {name: ")
                    .append(service)
                    .append(", namespace: red}\nspec: {ports: [{port: 80}]}\n");
        });
        table = RouteTable.of(List.of(
                new RouteCluster("hub", "", "istio/main", Resources.parse("hub", hub.toString())),
                new RouteCluster("dev", "dev.internal", "istio/main", Resources.parse("dev", spoke.toString()))));
    }

    private static String virtualService(String service, String namespace, String destination) {
        return """
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: %1$s, namespace: %2$s}
                spec:
                  hosts: [%1$s.localhost]
                  gateways: [istio/main]
                  http: [{route: [{destination: {host: %3$s, port: {number: 80}}}]}]
                """.formatted(service, namespace, destination);
    }

    @Override
    public Destination find(String host, String method, String uri, Supplier<Map<String, String>> headers) {
        return table.resolve("hub", host, uri, method, headers) instanceof Route.Reaches reached
                ? new Destination.Replicas(
                        reached.service(),
                        List.of(services.getOrDefault(reached.service(), new InetSocketAddress(0))),
                        reached.passage())
                : new Destination.UnknownHost();
    }

    @Override
    public void served(String application, int status, Duration latency) {}
}
