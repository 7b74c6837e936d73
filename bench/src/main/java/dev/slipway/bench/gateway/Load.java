package dev.slipway.bench.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests one after the other on each of some connections, for a bounded time, to this machine only. */
final class Load {

    private static final int LONGEST_RUN = 2_000_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final InetSocketAddress address;
    private final byte[] request;
    private final int connections;

    Load(InetSocketAddress address, String host, int connections) {
        if (!address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("Only this machine is loaded, not " + address + ".");
        }
        this.address = address;
        this.request = ("GET /price HTTP/1.1\r\nHost: " + host + "\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        this.connections = connections;
    }

    /** What came of it; latencies in milliseconds. */
    record Result(double perSecond, double p50, double p99) {}

    Result run(Duration time) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + time.toNanos();
        List<Future<long[]>> runs = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                runs.add(threads.submit(() -> connection(end)));
            }
        }
        List<long[]> latencies = new ArrayList<>();
        for (Future<long[]> run : runs) {
            latencies.add(run.get());
        }
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(all.length / (time.toNanos() / 1e9), at(all, 0.5), at(all, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * share))] / NANOS_PER_MILLI;
    }

    private long[] connection(long end) {
        long[] latencies = new long[LONGEST_RUN / connections];
        int count = 0;
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (long start = System.nanoTime(); start < end && count < latencies.length; start = System.nanoTime()) {
                out.write(request);
                in.skipNBytes(Head.read(in));
                latencies[count++] = System.nanoTime() - start;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(latencies, count);
    }
}
