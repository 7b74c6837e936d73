package dev.slipway.bench.dryruns;

import dev.slipway.bench.Load;
import dev.slipway.bench.catalog.Server;
import dev.slipway.identity.Role;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Asks for dry runs over HTTP: Backstage's request with a template of 22 files, and a golden path of the platform.
 * {@code java … DryRunBenchmark <bench/src/main/resources/templates> [seconds each]}.
 */
public final class DryRunBenchmark {

    private static final int CLIENTS = 4;
    private static final double NANOS_PER_MILLI = 1e6;

    private DryRunBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Duration time = Duration.ofSeconds(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5);
        try (Server server = new Server()) {
            String token = server.token(Role.ADMINISTRATOR);
            byte[] sent = DryRunRequests.sent(Path.of(arguments[0]));
            ask("sent, 22 files", server, "/api/scaffolder/v2/dry-run", token, sent, time);
            ask("golden path", server, "/api/v1/templates/java-service/dry-run", token, DryRunRequests.stored(), time);
        }
        System.exit(0);
    }

    private static void ask(String what, Server server, String path, String token, byte[] body, Duration time)
            throws Exception {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
        Load.posts(address, "localhost", path, token, body, CLIENTS).run(time);
        long before = processorNanos();
        Load.Result one = Load.posts(address, "localhost", path, token, body, 1).run(time);
        double each = (processorNanos() - before) / NANOS_PER_MILLI / (one.perSecond() * time.toSeconds());
        System.out.printf(
                "%s: one client %s, %.2f ms of processor time each; %d clients %s; load average %.1f; heap in use %d MB%n",
                what,
                one,
                each,
                CLIENTS,
                Load.posts(address, "localhost", path, token, body, CLIENTS).run(time),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                heap());
    }

    /** Of this process, which is server and client; PostgreSQL's is not in it. */
    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** After a collection: what stays, caches included. */
    private static long heap() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
