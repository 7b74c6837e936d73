package dev.slipway.traffic.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What HTTP asks of a gateway (RFC 9110 and 9112), with real sockets on both sides. */
class ProtocolTest {

    private final FixedWorkloads workloads = new FixedWorkloads();
    private final List<AutoCloseable> open = new ArrayList<>();
    private FrontListener front;

    @BeforeEach
    void listen() throws BindException {
        front = FrontListener.open(new FrontOptions(0, "localhost", "secret", false));
        front.workloads(workloads);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        front.close();
    }

    private RawClient client() throws IOException {
        RawClient client = new RawClient(front.port());
        open.add(client);
        return client;
    }

    /** A workload that reads the head of a request, says this, and closes the connection whatever else comes. */
    private void workloadSaying(String... lines) throws IOException {
        ServerSocket workload = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(workload);
        workloads.with("shop.localhost", (InetSocketAddress) workload.getLocalSocketAddress());
        Thread.ofVirtual().start(() -> {
            while (!workload.isClosed()) {
                try (Socket socket = workload.accept()) {
                    readHead(socket);
                    socket.getOutputStream().write((String.join("\r\n", lines)).getBytes(StandardCharsets.UTF_8));
                } catch (IOException _) {
                    return;
                }
            }
        });
    }

    private static void readHead(Socket socket) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int next = socket.getInputStream().read();
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
        }
    }

    @Test
    void passesAnAnswerOnThatComesBeforeTheBodyWasRead() throws IOException {
        workloadSaying("HTTP/1.1 413 Content Too Large", "Content-Length: 9", "Connection: close", "", "too large");

        for (int i = 0; i < 20; i++) {
            RawClient client = client();
            client.send("POST / HTTP/1.1", "Host: shop.localhost", "Content-Length: 50000000");
            Thread.ofVirtual().start(() -> writeUntilItBreaks(client));

            assertThat(client.line()).isEqualTo("HTTP/1.1 413 Content Too Large");
        }
    }

    private static void writeUntilItBreaks(RawClient client) {
        String text = "x".repeat(64 * 1024);
        try {
            for (int i = 0; i < 700; i++) {
                client.write(text);
            }
        } catch (IOException _) {
            // The other side has heard enough.
        }
    }

    @Test
    void refusesATransferEncodingThatTheNextServerMightReadOtherwise() throws IOException {
        workloadSaying("HTTP/1.1 200 OK", "Content-Length: 0", "", "");

        for (String encoding : List.of("xchunked", "chunked, identity", "gzip, chunked", "\"chunked\"")) {
            assertThat(client().send(
                                    "POST / HTTP/1.1",
                                    "Host: shop.localhost",
                                    "Connection: close",
                                    "Transfer-Encoding: " + encoding)
                            .line())
                    .as(encoding)
                    .matches("HTTP/1.1 (400|501) .*");
        }
    }

    @Test
    void closesTheConnectionWhenThatIsOneOfTheOptions() throws IOException {
        workloadSaying("HTTP/1.1 200 OK", "Content-Length: 2", "", "ok");

        assertThat(client().send("GET / HTTP/1.1", "Host: shop.localhost", "Connection: Close, X-Hop")
                        .rest())
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("connection: close")
                .endsWith("ok\n");
    }

    @Test
    void saysNoLengthOfWhatHasNotChanged() throws IOException {
        workloadSaying("HTTP/1.1 304 Not Modified", "ETag: \"a\"", "", "");

        assertThat(client().send("GET / HTTP/1.1", "Host: shop.localhost", "Connection: close")
                        .rest())
                .startsWith("HTTP/1.1 304")
                .contains("\"a\"")
                .doesNotContainIgnoringCase("content-length");
    }

    @Test
    void keepsNoConnectionLongForHalfAHead() throws Exception {
        Vertx vertx = Vertx.vertx();
        open.add(() -> vertx.close().await());
        QuietConnections connections = new QuietConnections(vertx, Duration.ofMillis(300), Duration.ofMillis(300));
        int port = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .connectionHandler(connections::opened)
                .requestHandler(request -> {
                    connections.began(request);
                    vertx.setTimer(600, _ -> request.response().end("late"));
                })
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        RawClient half = new RawClient(port);
        RawClient patient = new RawClient(port);
        open.addAll(List.of(half, patient));

        half.write("GET / HTTP/1.1\r\nHost: a");
        patient.send("GET / HTTP/1.1", "Host: a");

        assertThat(half.rest()).isEmpty();
        assertThat(patient.rest()).startsWith("HTTP/1.1 200").endsWith("late\n");
    }

    @Test
    void namesThePortThatItListensOnWhereTheRequestNamedNone() throws IOException {
        assertThat(client().send("GET / HTTP/1.1", "Host: unknown.localhost", "Connection: close")
                        .rest())
                .contains("http://slipway.localhost:" + front.port() + "/hosts");
    }
}
