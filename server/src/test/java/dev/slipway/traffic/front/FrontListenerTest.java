package dev.slipway.traffic.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.traffic.front.Workloads.Destination;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The listener with real sockets on both sides. */
class FrontListenerTest {

    private static final String SECRET = "only-the-listener-knows";

    private final FixedWorkloads workloads = new FixedWorkloads();
    private final List<AutoCloseable> open = new ArrayList<>();
    private FrontListener front;

    @BeforeEach
    void listen() throws BindException {
        front = FrontListener.open(new FrontOptions(0, "localhost", SECRET, false));
        front.workloads(workloads);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        front.close();
    }

    private <T extends AutoCloseable> T keep(T closeable) {
        open.add(closeable);
        return closeable;
    }

    private RawClient client() throws IOException {
        return keep(new RawClient(front.port()));
    }

    private String get(String host, String... headers) throws IOException {
        List<String> lines = new ArrayList<>(List.of("GET /path?q=1 HTTP/1.1", "Host: " + host, "Connection: close"));
        lines.addAll(List.of(headers));
        return client().send(lines.toArray(String[]::new)).rest();
    }

    @Test
    void saysThatSlipwayIsStartingUntilThePortalIsThere() throws IOException {
        assertThat(get("slipway.localhost", "Accept: text/html"))
                .startsWith("HTTP/1.1 503")
                .contains("Slipway is starting", "http-equiv=\"refresh\"");

        front.portalAt(keep(Upstream.saying("portal")).address());

        assertThat(get("slipway.localhost")).startsWith("HTTP/1.1 200").endsWith("portal\n");
    }

    @Test
    void answersThePortalsHostsAndNoOtherName() throws IOException {
        front.portalAt(keep(Upstream.saying("portal")).address());

        for (String host :
                List.of("slipway.localhost:7070", "localhost", "127.0.0.1:1", "registry.localhost", "LOCALHOST")) {
            assertThat(get(host)).endsWith("portal\n");
        }
        for (String host : List.of("evil.example", "slipway.localhost.evil.example", "shop.localhost")) {
            assertThat(get(host)).startsWith("HTTP/1.1 404").doesNotContain("portal\n");
        }
    }

    @Test
    void saysOfEveryHostThatItIsStartingUntilTheHostsAreKnown() throws IOException {
        front.disconnect();

        assertThat(get("shop.localhost")).startsWith("HTTP/1.1 503").contains("Retry-After: 1", "Slipway is starting");
    }

    @Test
    void tellsAnUnknownHostNoHostsButWhereTheyAreListed() throws IOException {
        workloads.with("shop.localhost", new InetSocketAddress("127.0.0.1", 1));

        assertThat(get("shop-prd.localhost:7070", "Accept: text/html"))
                .startsWith("HTTP/1.1 404")
                .contains("http://slipway.localhost:7070/hosts")
                .doesNotContain("shop.localhost");
    }

    @Test
    void givesThePortalTheSecretAndWorkloadsNothingOfIt() throws IOException {
        InetSocketAddress mirror = keep(Upstream.mirror()).address();
        front.portalAt(mirror);
        workloads.with("shop.localhost", mirror);

        assertThat(get("localhost", "X-Slipway-Front: injected", "x-slipway-front: twice"))
                .contains("x-slipway-front: " + SECRET)
                .doesNotContain("injected", "twice");
        assertThat(get("shop.localhost", "X-Slipway-Front: injected")).doesNotContain("x-slipway-front");
    }

    @Test
    void stripsWhatIsMeantForOneHopAndWhatOnlyAProxyMaySay() throws IOException {
        workloads.with("shop.localhost", keep(Upstream.mirror()).address());

        String seen = get(
                "shop.localhost:7070",
                "Connection: close, X-Private",
                "X-Private: 1",
                "Keep-Alive: timeout=5",
                "TE: trailers",
                "Proxy-Authorization: Basic abc",
                "X-Forwarded-For: 6.6.6.6",
                "X-Forwarded-Host: evil.example",
                "Forwarded: for=6.6.6.6",
                "X-Kept: yes");

        assertThat(seen)
                .contains("x-kept: yes", "host: shop.localhost:7070", "x-forwarded-host: shop.localhost:7070")
                .contains("x-forwarded-for: 127.0.0.1", "x-forwarded-proto: http", "x-forwarded-port: 7070")
                .contains("x-request-id: ")
                .doesNotContain("x-private", "keep-alive", "\nte: ", "proxy-authorization", "6.6.6.6", "evil.example");
    }

    @Test
    void refusesRequestsThatAreNotClearAboutTheirHost() throws IOException {
        assertThat(client().send("GET / HTTP/1.1", "Connection: close").rest()).startsWith("HTTP/1.1 400");
        assertThat(get("localhost", "Host: shop.localhost")).startsWith("HTTP/1.1 400");
        assertThat(client().send("GET http://localhost/ HTTP/1.1", "Host: shop.localhost", "Connection: close")
                        .rest())
                .startsWith("HTTP/1.1 400");
        assertThat(get("a\"><script>")).startsWith("HTTP/1.1 400").doesNotContain("<script>");
    }

    @Test
    void saysPolitelyThatThePortalHasNoWebSockets() throws IOException {
        front.portalAt(keep(Upstream.mirror()).address());

        assertThat(client().send(
                                "GET / HTTP/1.1",
                                "Host: slipway.localhost",
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
                        .head()
                        .getFirst())
                .startsWith("HTTP/1.1 501");
    }

    @Test
    void passesEventsOnAsTheyAreSent() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        workloads.with(
                "shop.localhost",
                keep(new Upstream(exchange -> {
                            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                            exchange.sendResponseHeaders(200, 0);
                            exchange.getResponseBody().write("data: first\n\n".getBytes());
                            exchange.getResponseBody().flush();
                            awaitQuietly(seen);
                            exchange.getResponseBody().write("data: second\n\n".getBytes());
                            exchange.close();
                        }))
                        .address());
        RawClient client = client().send("GET / HTTP/1.1", "Host: shop.localhost");

        client.head();
        assertThat(List.of(client.line(), client.line())).contains("data: first");
        seen.countDown();

        String rest = "";
        while (!rest.contains("data: second")) {
            rest = client.line();
        }
    }

    @Test
    void passesAnUploadOnAsItArrives() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        workloads.with(
                "shop.localhost",
                keep(new Upstream(exchange -> {
                            InputStream body = exchange.getRequestBody();
                            int first = body.read();
                            seen.countDown();
                            Upstream.answer(
                                    exchange, 200, "first " + (char) first + ", then " + body.readAllBytes().length);
                        }))
                        .address());
        RawClient client =
                client().send("POST / HTTP/1.1", "Host: shop.localhost", "Content-Length: 6", "Connection: close");

        client.write("a");
        seen.await();
        client.write("bcdef");

        assertThat(client.rest()).contains("first a, then 5");
    }

    @Test
    void carriesLargeBodiesBothWaysUnchanged() throws Exception {
        byte[] large = new byte[8 * 1024 * 1024];
        new Random(1).nextBytes(large);
        front.portalAt(keep(new Upstream(exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                }))
                .address());
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.port() + "/"))
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                    .build();

            assertThat(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .body())
                    .isEqualTo(large);
        }
    }

    @Test
    void servesFiftyAtATime() throws Exception {
        CountDownLatch all = new CountDownLatch(50);
        workloads.with(
                "shop.localhost",
                keep(new Upstream(exchange -> {
                            all.countDown();
                            awaitQuietly(all);
                            Upstream.answer(exchange, 200, "together");
                        }))
                        .address());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> {
                    try (RawClient client = new RawClient(front.port())) {
                        return client.send("GET / HTTP/1.1", "Host: shop.localhost", "Connection: close")
                                .rest();
                    }
                }));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).endsWith("together\n");
            }
        }
    }

    @Test
    void neverEndsABrokenAnswerAsIfItWereWhole() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        ServerSocket workload = keep(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(() -> {
            try (var socket = workload.accept()) {
                socket.getInputStream().read(new byte[1000]);
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n".getBytes());
                socket.getOutputStream().flush();
                seen.await();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        workloads.with("shop.localhost", (InetSocketAddress) workload.getLocalSocketAddress());
        RawClient client = client().send("GET / HTTP/1.1", "Host: shop.localhost");
        client.head();
        assertThat(List.of(client.line(), client.line())).contains("hello");
        seen.countDown();

        assertThat(restOrReset(client)).doesNotContain("0\n");
        await().until(() -> workloads.served.contains("shop 502"));
    }

    private static String restOrReset(RawClient client) {
        try {
            return client.rest();
        } catch (IOException _) {
            return "";
        }
    }

    @Test
    void triesAnotherReplicaWhenOneTakesNoConnection() throws IOException {
        workloads.with(
                "shop.localhost", closedPort(), keep(Upstream.saying("second")).address());

        assertThat(get("shop.localhost")).endsWith("second\n");
        await().untilAsserted(() -> assertThat(workloads.served).containsExactly("shop 200"));
    }

    @Test
    void saysWhichHopHasNothingReady() throws IOException {
        workloads
                .with("gone.localhost", closedPort())
                .with(
                        "unready.localhost",
                        new Destination.NothingReady("shop", "Service \"red-dev/shop\" has no ready replica."));

        assertThat(get("gone.localhost")).startsWith("HTTP/1.1 503").contains("No replica of \\\"shop\\\"");
        assertThat(get("unready.localhost")).startsWith("HTTP/1.1 503").contains("red-dev/shop");
        await().untilAsserted(() -> assertThat(workloads.served).containsExactly("shop 503", "shop 503"));
    }

    @Test
    void answersBadGatewayWhenTheWorkloadHangsUp() throws IOException {
        ServerSocket workload = keep(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(() -> {
            try {
                workload.accept().close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        workloads.with("shop.localhost", (InetSocketAddress) workload.getLocalSocketAddress());

        assertThat(get("shop.localhost")).startsWith("HTTP/1.1 502");
    }

    @Test
    void saysThatAPortIsTaken() {
        assertThatThrownBy(() -> FrontListener.open(new FrontOptions(front.port(), "localhost", SECRET, false)))
                .isInstanceOf(BindException.class);
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws IOException {
        workloads.with("shop.localhost", keep(Upstream.saying("again")).address());
        RawClient client = client();

        for (int i = 0; i < 3; i++) {
            client.send("GET / HTTP/1.1", "Host: shop.localhost");
            assertThat(client.head()).contains("HTTP/1.1 200 OK");
            client.send("HEAD / HTTP/1.1", "Host: shop.localhost");
            String line = client.line();
            assertThat(line).startsWith("again").endsWith("HTTP/1.1 200 OK");
            client.head();
        }
    }

    private static InetSocketAddress closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress("127.0.0.1", socket.getLocalPort());
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
