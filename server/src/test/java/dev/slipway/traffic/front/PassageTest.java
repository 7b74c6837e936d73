package dev.slipway.traffic.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.gitops.routes.Passage;
import dev.slipway.gitops.routes.rule.HeaderEdits;
import dev.slipway.gitops.routes.rule.Retries;
import dev.slipway.traffic.front.Workloads.Destination;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a route does to requests and answers, with real sockets on both sides. */
class PassageTest {

    private final FixedWorkloads workloads = new FixedWorkloads();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private FrontListener front;

    @BeforeEach
    void listen() throws BindException {
        front = FrontListener.open(new FrontOptions(0, "localhost", "secret", false));
        front.workloads(workloads);
    }

    @AfterEach
    void close() throws Exception {
        ended.countDown();
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        front.close();
    }

    private <T extends AutoCloseable> T keep(T closeable) {
        open.add(closeable);
        return closeable;
    }

    private void route(Passage passage, Upstream... upstreams) {
        List<InetSocketAddress> addresses =
                List.of(upstreams).stream().map(Upstream::address).toList();
        workloads.with("shop.localhost", new Destination.Replicas("shop", addresses, passage));
    }

    private static Passage edits(HeaderEdits request, HeaderEdits response) {
        return new Passage(null, null, List.of(request), List.of(response), null, null);
    }

    private static Passage limits(@Nullable Duration timeout, @Nullable Retries retries) {
        return new Passage(null, null, List.of(), List.of(), timeout, retries);
    }

    private static Retries retries(int attempts, @Nullable Duration perTry) {
        return new Retries(attempts, perTry, Duration.ofMillis(1), Set.of(502, 503, 504), true, true);
    }

    private String get() throws IOException {
        return send("GET /path?q=1 HTTP/1.1", "X-Old: 1");
    }

    private String send(String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(lines));
        all.addAll(1, List.of("Host: shop.localhost", "Connection: close"));
        return keep(new RawClient(front.port()))
                .send(all.toArray(String[]::new))
                .rest();
    }

    /** Refuses the first requests with 503, then says how many there were and what the last one sent. */
    private Upstream refusing(int times) throws IOException {
        return keep(new Upstream(exchange -> {
            int number = requests.incrementAndGet();
            String body = new String(exchange.getRequestBody().readAllBytes());
            Upstream.answer(exchange, number <= times ? 503 : 200, "try " + number + " " + body);
        }));
    }

    private Upstream silent() throws IOException {
        return keep(new Upstream(exchange -> {
            requests.incrementAndGet();
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    @Test
    void setsAddsAndRemovesHeadersBothWays() throws IOException {
        route(
                edits(
                        new HeaderEdits(Map.of("x-set", "new"), Map.of("x-add", "more"), List.of("x-old")),
                        new HeaderEdits(Map.of("x-robots-tag", "noindex"), Map.of(), List.of("date"))),
                keep(Upstream.mirror()));

        assertThat(get())
                .contains("x-set: new", "x-add: more", "x-robots-tag: noindex")
                .doesNotContain("x-old", "Date:", "date:");
    }

    @Test
    void sendsTheRewrittenPathToTheRewrittenHost() throws IOException {
        route(
                new Passage("/v2?q=1", "inner.localhost", List.of(), List.of(), null, null),
                keep(new Upstream(exchange -> Upstream.answer(
                        exchange,
                        200,
                        exchange.getRequestURI() + " "
                                + exchange.getRequestHeaders().getFirst("Host")
                                + " "
                                + exchange.getRequestHeaders().getFirst("X-Forwarded-Host")))));

        assertThat(get()).endsWith("/v2?q=1 inner.localhost shop.localhost\n");
    }

    @Test
    void triesAgainAsOftenAsTheRouteSays() throws IOException {
        route(limits(null, retries(2, null)), refusing(2));

        assertThat(get()).startsWith("HTTP/1.1 200").contains("try 3");
        await().untilAsserted(() -> assertThat(workloads.served).containsExactly("shop 200"));
    }

    @Test
    void passesTheLastAnswerOnWhenAllTriesAreUsed() throws IOException {
        route(limits(null, retries(1, null)), refusing(9));

        assertThat(get()).startsWith("HTTP/1.1 503").contains("try 2");
    }

    @Test
    void sendsAShortBodyAgainWithEachTry() throws IOException {
        route(limits(null, retries(3, null)), refusing(2));

        assertThat(send("POST / HTTP/1.1", "Content-Length: 5\r\n\r\nhello")).contains("try 3 hello");
    }

    @Test
    void neverSendsAgainWhatItDoesNotHaveAnyMore() throws IOException {
        route(limits(null, retries(3, null)), refusing(2));

        assertThat(send("POST / HTTP/1.1", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0"))
                .startsWith("HTTP/1.1 503")
                .contains("try 1 hello");
    }

    @Test
    void givesUpATryInTimeAndMakesAnother() throws IOException {
        route(limits(null, retries(2, Duration.ofMillis(50))), silent());

        assertThat(get()).startsWith("HTTP/1.1 504");
        assertThat(requests).hasValue(3);
    }

    @Test
    void theTimeoutCountsForAllTriesTogether() throws IOException {
        route(limits(Duration.ofMillis(300), retries(9, Duration.ofMillis(200))), silent());

        assertThat(get()).startsWith("HTTP/1.1 504");
        assertThat(requests).hasValueLessThanOrEqualTo(3);
        await().untilAsserted(() -> assertThat(workloads.served).containsExactly("shop 504"));
    }

    @Test
    void breaksAnAnswerOffThatTakesLongerThanTheTimeout() throws IOException {
        route(limits(Duration.ofMillis(100), null), keep(new Upstream(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("begun".getBytes());
            exchange.getResponseBody().flush();
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })));
        RawClient client = keep(new RawClient(front.port())).send("GET / HTTP/1.1", "Host: shop.localhost");

        assertThat(client.head().getFirst()).startsWith("HTTP/1.1 200");
        await().untilAsserted(() -> assertThat(workloads.served).containsExactly("shop 504"));
    }

    @Test
    void withoutRetriesARouteMayForbidThemAltogether() throws IOException {
        route(limits(null, retries(0, null)), refusing(1));

        assertThat(get()).startsWith("HTTP/1.1 503").contains("try 1");
    }
}
