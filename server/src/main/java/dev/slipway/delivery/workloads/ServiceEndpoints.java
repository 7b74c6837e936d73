package dev.slipway.delivery.workloads;

import dev.slipway.delivery.Endpoints;
import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.pods.Pod;
import dev.slipway.delivery.pods.Pods;
import dev.slipway.kernel.ClusterName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ready pods behind each port of each Service; a snapshot that any thread may read. */
@Component
public class ServiceEndpoints implements Endpoints {

    private volatile Map<Port, List<Endpoint>> byPort = Map.of();

    private record Port(ClusterName cluster, String namespace, String service, int port) {}

    @Override
    public List<Endpoint> ready(ClusterName cluster, String namespace, String service, int port) {
        return byPort.getOrDefault(new Port(cluster, namespace, service, port), List.of());
    }

    public void publish(LiveObjects objects, Pods pods) {
        Map<Port, List<Endpoint>> newest = new HashMap<>();
        List<Pod> ready = pods.all().stream().filter(Pod::ready).toList();
        objects.ofKind("Service").forEach(service -> add(service, ready, newest));
        byPort = newest;
    }

    public void clear() {
        byPort = Map.of();
    }

    private static void add(LiveObject service, List<Pod> ready, Map<Port, List<Endpoint>> newest) {
        Map<String, String> selector = service.manifest().values("spec", "selector");
        List<Pod> selected = selector.isEmpty()
                ? List.of()
                : ready.stream()
                        .filter(pod -> service.sameNamespace(
                                        pod.row().cluster(), pod.row().namespace())
                                && pod.labels().entrySet().containsAll(selector.entrySet()))
                        .toList();
        for (Manifest port : service.manifest().items("spec", "ports")) {
            int number = port.number(0, "port");
            String target = port.text("targetPort").orElse(String.valueOf(number));
            newest.put(
                    new Port(service.cluster(), service.namespace(), service.name(), number),
                    endpoints(selected, target));
        }
    }

    private static List<Endpoint> endpoints(List<Pod> pods, String target) {
        List<Endpoint> endpoints = new ArrayList<>();
        pods.forEach(pod -> pod.hostPort(target)
                .ifPresent(port -> endpoints.add(new Endpoint(
                        pod.row().application(),
                        pod.row().name(),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        pod.labels()))));
        return List.copyOf(endpoints);
    }
}
