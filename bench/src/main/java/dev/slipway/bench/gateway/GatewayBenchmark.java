package dev.slipway.bench.gateway;

import dev.slipway.bench.Load;
import dev.slipway.bench.Load.Result;
import dev.slipway.traffic.front.FrontListener;
import dev.slipway.traffic.front.FrontOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Loads workloads, with requests and over WebSockets, directly and through the front listener, in turn and in one process, so that both share the same
 * machine at the same time: the ratio is what counts. {@code java … GatewayBenchmark [connections] [seconds]}
 */
public final class GatewayBenchmark {

    private static final int ROUNDS = 3;

    private GatewayBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int connections = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 32;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Duration time = Duration.ofSeconds(seconds);
        try (TinyWorkload workload = new TinyWorkload();
                EchoWorkload echo = new EchoWorkload();
                FrontListener front = FrontListener.open(new FrontOptions(0, "localhost", "benchmark", false))) {
            front.workloads(new Routed(Map.of("price", workload.address(), "echo", echo.address())));
            InetSocketAddress gateway = new InetSocketAddress(InetAddress.getLoopbackAddress(), front.port());
            measure(
                    "requests",
                    Load.requests(workload.address(), "price.localhost", connections),
                    Load.requests(gateway, "price.localhost:" + front.port(), connections),
                    time);
            measure(
                    "messages",
                    Load.messages(echo.address(), "echo.localhost", connections),
                    Load.messages(gateway, "echo.localhost:" + front.port(), connections),
                    time);
        }
    }

    private static void measure(String what, Load direct, Load gateway, Duration time) throws Exception {
        direct.run(time);
        gateway.run(time);
        System.out.printf(Locale.ROOT, "            %s/s   p50 ms   p99 ms%n", what);
        double ratio = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Result straight = direct.run(time);
            Result routed = gateway.run(time);
            print("direct", straight);
            print("gateway", routed);
            ratio += routed.perSecond() / straight.perSecond() / ROUNDS;
        }
        System.out.printf(Locale.ROOT, "ratio gateway/direct %.2f%n%n", ratio);
    }

    private static void print(String name, Result result) {
        System.out.printf(
                Locale.ROOT, "%-10s %11.0f %8.2f %8.2f%n", name, result.perSecond(), result.p50(), result.p99());
    }
}
