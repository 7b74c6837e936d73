package dev.slipway.traffic.front;

import dev.slipway.gitops.routes.Passage;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Workloads by host; remembers what was served. */
final class FixedWorkloads implements Workloads {

    private final Map<String, Destination> destinations = new ConcurrentHashMap<>();
    final Queue<String> served = new ConcurrentLinkedQueue<>();

    FixedWorkloads with(String host, InetSocketAddress... addresses) {
        return with(host, new Destination.Replicas("shop", List.of(addresses), Passage.PLAIN));
    }

    FixedWorkloads with(String host, Destination destination) {
        destinations.put(host, destination);
        return this;
    }

    @Override
    public Destination find(String host, String method, String uri, Supplier<Map<String, String>> headers) {
        return destinations.getOrDefault(host, new Destination.UnknownHost());
    }

    @Override
    public void served(String application, int status, Duration latency) {
        served.add(application + " " + status);
    }
}
