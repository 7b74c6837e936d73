package dev.slipway.traffic.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.gitops.routes.Passage;
import dev.slipway.gitops.routes.rule.HeaderEdits;
import dev.slipway.traffic.front.Workloads.Destination;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WebSockets through the front listener, with a real client on one side and a real server on the other. */
class WebSocketTest {

    private final FixedWorkloads workloads = new FixedWorkloads();
    private final Vertx vertx = Vertx.vertx();
    private final EchoSockets echo = new EchoSockets(vertx);
    private final WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions()
            .setMaxFrameSize(EchoSockets.LARGEST)
            .setMaxMessageSize(EchoSockets.LARGEST)
            .setMaxConnections(100));
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private FrontListener front;

    @BeforeEach
    void listen() throws BindException {
        front = FrontListener.open(new FrontOptions(0, "localhost", "secret", false));
        front.workloads(workloads);
        workloads.with("shop.localhost", echo.address());
    }

    @AfterEach
    void close() {
        front.close();
        vertx.close().await();
    }

    private WebSocket connect(String path) {
        WebSocket socket = client.connect(new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(front.port())
                        .setURI(path)
                        .addSubProtocol("chat")
                        .putHeader("Host", "shop.localhost:" + front.port()))
                .await();
        socket.textMessageHandler(heard::add);
        return socket;
    }

    @Test
    void carriesTextsBothWaysAndAgreesOnASubprotocol() {
        WebSocket socket = connect("/");
        socket.writeTextMessage("hällo").await();
        await().until(() -> heard.contains("hällo"));

        echo.sockets.element().writeTextMessage("from the workload").await();

        await().until(() -> heard.contains("from the workload"));
        assertThat(socket.subProtocol()).isEqualTo("chat");
    }

    @Test
    void carriesBytesInBigFramesUnchanged() {
        Buffer sent = Buffer.buffer(new byte[8 * 1024 * 1024]);
        byte[] noise = new byte[sent.length()];
        new Random(7).nextBytes(noise);
        sent.setBytes(0, noise);
        Queue<Buffer> received = new ConcurrentLinkedQueue<>();
        WebSocket socket = connect("/");
        socket.binaryMessageHandler(received::add);

        socket.writeBinaryMessage(sent).await();

        await().until(() -> !received.isEmpty());
        assertThat(received.element().getBytes()).isEqualTo(noise);
    }

    @Test
    void carriesPingsAndPongsFromBothSides() {
        WebSocket socket = connect("/");
        socket.pongHandler(pong -> heard.add("pong " + pong));
        await().until(() -> !echo.sockets.isEmpty());

        socket.writePing(Buffer.buffer("a")).await();
        echo.sockets.element().writePing(Buffer.buffer("b")).await();

        await().until(() -> heard.contains("pong a") && echo.heard.contains("pong b"));
    }

    @Test
    void carriesWhyASideCloses() {
        connect("/").close((short) 4001, "enough").await();
        await().until(() -> echo.heard.contains("closed 4001 enough"));

        WebSocket other = connect("/");
        await().until(() -> echo.sockets.size() == 2);
        echo.sockets.stream().toList().getLast().close((short) 4002, "restarting");
        await().until(other::isClosed);
        assertThat(other.closeStatusCode()).isEqualTo((short) 4002);
        assertThat(other.closeReason()).isEqualTo("restarting");
    }

    @Test
    void endsOneSideWhenTheOtherIsGone() {
        WebSocket socket = connect("/");
        await().until(() -> !echo.sockets.isEmpty());

        socket.shutdown(0, TimeUnit.SECONDS);

        await().until(() -> echo.sockets.element().isClosed());
    }

    /** Nothing but sockets' buffers may hold what nobody reads, and they hold less than is sent. */
    @Test
    void makesASenderWaitForASlowReader() {
        int size = 256 * 1024;
        int messages = 400;
        AtomicLong written = new AtomicLong();
        AtomicLong received = new AtomicLong();
        WebSocket socket = connect("/silent");
        socket.binaryMessageHandler(message -> received.incrementAndGet());
        Thread sender = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < messages; i++) {
                socket.writeBinaryMessage(Buffer.buffer(new byte[size])).await();
                written.incrementAndGet();
            }
        });

        AtomicLong before = new AtomicLong();
        await().during(Duration.ofMillis(400)).until(() -> before.getAndSet(written.get()) == written.get());
        assertThat(written.get()).isPositive().isLessThan(messages);

        echo.sockets.element().resume();
        await().until(() -> received.get() == messages);
        assertThat(sender.isAlive()).isFalse();
    }

    @Test
    void passesARefusalOnAsItIs() {
        assertThatThrownBy(() -> connect("/closed"))
                .isInstanceOfSatisfying(
                        UpgradeRejectedException.class,
                        refused -> assertThat(refused.getStatus()).isEqualTo(403));
        await().untilAsserted(() -> assertThat(workloads.served).containsExactly("shop 403"));
    }

    @Test
    void measuresAnOpenedWebSocketWhenItIsOpen() {
        connect("/");

        await().untilAsserted(() -> assertThat(workloads.served).containsExactly("shop 101"));
    }

    @Test
    void changesItsHeadersAndEndsTheRoutesTimeoutOnceItIsOpen() {
        HeaderEdits edits = new HeaderEdits(Map.of("x-route", "yes"), Map.of(), List.of());
        Duration timeout = Duration.ofMillis(100);
        Passage passage = new Passage(null, null, List.of(edits), List.of(), timeout, null);
        workloads.with("shop.localhost", new Destination.Replicas("shop", List.of(echo.address()), passage));
        WebSocket socket = connect("/");
        assertThat(echo.heard).contains("x-route: yes");

        long started = System.nanoTime();
        int said = 0;
        while (System.nanoTime() - started < timeout.multipliedBy(3).toNanos()) {
            String word = "word " + said++;
            socket.writeTextMessage(word).await();
            await().pollInterval(Duration.ofMillis(10)).until(() -> heard.contains(word));
        }
        assertThat(socket.isClosed()).isFalse();
    }

    @Test
    void aRequestThatNamesNoUpgradeInItsConnectionIsAnOrdinaryOne() throws IOException {
        try (Upstream mirror = Upstream.mirror();
                RawClient plain = new RawClient(front.port())) {
            workloads.with("shop.localhost", mirror.address());
            plain.send("GET / HTTP/1.1", "Host: shop.localhost", "Connection: close", "Upgrade: websocket");

            assertThat(plain.rest()).startsWith("HTTP/1.1 200").doesNotContain("upgrade: ");
        }
    }

    @Test
    void carriesManyAtOnceBesideRequests() {
        List<WebSocket> sockets =
                IntStream.range(0, 60).mapToObj(i -> connect("/")).toList();

        for (int i = 0; i < sockets.size(); i++) {
            sockets.get(i).writeTextMessage("from " + i);
        }

        await().until(() -> heard.size() == sockets.size());
    }
}
