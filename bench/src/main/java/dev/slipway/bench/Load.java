package dev.slipway.bench;

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

/** Sends requests, or messages, one after the other on each of some connections, for a bounded time, to this machine only. */
public final class Load {

    private static final int MESSAGE = 64;
    private static final int LONGEST_RUN = 2_000_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final InetSocketAddress address;
    private final byte[] opening;
    private final List<byte[]> requests;
    private final Reply reply;
    private final int connections;

    /** Reads one answer to its end. */
    private interface Reply {
        void read(InputStream in) throws IOException;
    }

    private Load(InetSocketAddress address, String opening, List<byte[]> requests, Reply reply, int connections) {
        if (!address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("Only this machine is loaded, not " + address + ".");
        }
        this.address = address;
        this.opening = opening.getBytes(StandardCharsets.US_ASCII);
        this.requests = requests;
        this.reply = reply;
        this.connections = connections;
    }

    /** A GET and its answer. */
    public static Load requests(InetSocketAddress address, String host, int connections) {
        return requests(address, host, "/price", "", connections);
    }

    /**
     * A GET of a path and its answer, which must be good.
     *
     * @param token for the API; empty for none
     */
    public static Load requests(InetSocketAddress address, String host, String path, String token, int connections) {
        return requests(address, host, List.of(path), token, connections);
    }

    /**
     * GETs of paths in turn, each connection beginning with another, and their answers, which must be good.
     *
     * @param token for the API; empty for none
     */
    public static Load requests(
            InetSocketAddress address, String host, List<String> paths, String token, int connections) {
        List<byte[]> requests = paths.stream()
                .map(path -> "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: application/json\r\n"
                        + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n") + "\r\n")
                .map(request -> request.getBytes(StandardCharsets.US_ASCII))
                .toList();
        return new Load(address, "", requests, Answer::skip, connections);
    }

    /**
     * A POST of JSON and its answer, which must be good.
     *
     * @param token for the API
     */
    public static Load posts(
            InetSocketAddress address, String host, String path, String token, byte[] json, int connections) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: " + host
                        + "\r\nAccept: application/json\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + token
                        + "\r\nContent-Length: " + json.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + json.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        return new Load(address, "", List.of(request), Answer::skip, connections);
    }

    /** A text of 64 bytes over a WebSocket that stays open, and its echo. */
    public static Load messages(InetSocketAddress address, String host, int connections) {
        String opening = "GET /echo HTTP/1.1\r\nHost: " + host + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        byte[] frame = Frames.text("x".repeat(MESSAGE).getBytes(StandardCharsets.US_ASCII), true);
        return new Load(address, opening, List.of(frame), Frames::read, connections);
    }

    /** What came of it; latencies in milliseconds. */
    public record Result(double perSecond, double p50, double p99) {
        @Override
        public String toString() {
            return "%.0f/s, median %.2f ms, 99 %% %.2f ms".formatted(perSecond, p50, p99);
        }
    }

    public Result run(Duration time) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + time.toNanos();
        List<Future<long[]>> runs = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                int first = i * requests.size() / connections;
                runs.add(threads.submit(() -> connection(end, first)));
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

    private long[] connection(long end, int first) {
        long[] latencies = new long[LONGEST_RUN / connections];
        int count = 0;
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            if (opening.length > 0) {
                out.write(opening);
                Head.skip(in);
            }
            for (long start = System.nanoTime(); start < end && count < latencies.length; start = System.nanoTime()) {
                out.write(requests.get((first + count) % requests.size()));
                reply.read(in);
                latencies[count++] = System.nanoTime() - start;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(latencies, count);
    }
}
