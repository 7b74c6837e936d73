package dev.slipway.bench.gateway;

import dev.slipway.bench.gateway.Load.Result;
import dev.slipway.gitops.routes.Passage;
import dev.slipway.traffic.front.FrontListener;
import dev.slipway.traffic.front.FrontOptions;
import dev.slipway.traffic.front.Workloads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Loads a workload directly and through the front listener, in turn and in one process, so that both share the same
 * machine at the same time: the ratio is what counts. {@code java … GatewayBenchmark [connections] [seconds]}
 */
public final class GatewayBenchmark {

    private static final int ROUNDS = 3;

    private GatewayBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int connections = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 32;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        try (TinyWorkload workload = new TinyWorkload();
                FrontListener front = FrontListener.open(new FrontOptions(0, "localhost", "benchmark", false))) {
            front.workloads(allTo(workload.address()));
            InetSocketAddress gateway = new InetSocketAddress(InetAddress.getLoopbackAddress(), front.port());
            measure(
                    new Load(workload.address(), "price.localhost", connections),
                    new Load(gateway, "price.localhost:" + front.port(), connections),
                    Duration.ofSeconds(seconds));
        }
    }

    private static void measure(Load direct, Load gateway, Duration time) throws Exception {
        direct.run(time);
        gateway.run(time);
        System.out.println("            requests/s   p50 ms   p99 ms");
        double ratio = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Result straight = direct.run(time);
            Result routed = gateway.run(time);
            print("direct", straight);
            print("gateway", routed);
            ratio += routed.perSecond() / straight.perSecond() / ROUNDS;
        }
        System.out.printf(Locale.ROOT, "ratio gateway/direct %.2f%n", ratio);
    }

    private static void print(String name, Result result) {
        System.out.printf(
                Locale.ROOT, "%-10s %11.0f %8.2f %8.2f%n", name, result.perSecond(), result.p50(), result.p99());
    }

    private static Workloads allTo(InetSocketAddress address) {
        return new Workloads() {
            @Override
            public Destination find(String host, String method, String uri, Supplier<Map<String, String>> headers) {
                return new Destination.Replicas("price", List.of(address), Passage.PLAIN);
            }

            @Override
            public void served(String application, int status, Duration latency) {}
        };
    }
}
