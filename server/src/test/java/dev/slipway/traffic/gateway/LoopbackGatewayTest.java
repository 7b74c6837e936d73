package dev.slipway.traffic.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.gitops.routes.Passage;
import dev.slipway.traffic.ProbeResult;
import dev.slipway.traffic.ProbeResult.Answered;
import dev.slipway.traffic.ProbeResult.Failed;
import dev.slipway.traffic.front.FrontListener;
import dev.slipway.traffic.front.FrontOptions;
import dev.slipway.traffic.front.Workloads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackGatewayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private FrontListener front;
    private HttpServer workload;

    @BeforeEach
    void start() throws IOException {
        front = FrontListener.open(new FrontOptions(0, "localhost", "secret", false));
        workload = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        workload.createContext("/", exchange -> {
            byte[] body = "x".repeat(10_000).getBytes();
            boolean moved = exchange.getRequestURI().getPath().equals("/moved");
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(moved ? 302 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        workload.start();
        front.workloads(only("shop.localhost", workload.getAddress()));
    }

    @AfterEach
    void stop() {
        workload.stop(0);
        front.close();
    }

    private static Workloads only(String known, InetSocketAddress address) {
        return new Workloads() {
            @Override
            public Destination find(String host, String method, String uri, Supplier<Map<String, String>> headers) {
                return host.equals(known)
                        ? new Destination.Replicas("shop", List.of(address), Passage.PLAIN)
                        : new Destination.UnknownHost();
            }

            @Override
            public void served(String application, int status, Duration latency) {}
        };
    }

    private ProbeResult get(String host, String path) {
        return new LoopbackGateway(front).get(host, path, PATIENCE);
    }

    @Test
    void asksAWorkloadWhoseNameNeedNotResolveAndReadsNoMoreThanItsStart() {
        assertThat(get("shop.localhost", "/health")).isInstanceOfSatisfying(Answered.class, answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).hasSize(2_000);
        });
    }

    @Test
    void followsNoRedirects() {
        assertThat(get("shop.localhost", "/moved"))
                .isInstanceOfSatisfying(
                        Answered.class, answer -> assertThat(answer.status()).isEqualTo(302));
    }

    @Test
    void tellsWhatTheWorldWouldSeeForAnUnknownHost() {
        assertThat(get("gone.localhost", "/"))
                .isInstanceOfSatisfying(
                        Answered.class, answer -> assertThat(answer.status()).isEqualTo(404));
    }

    @Test
    void failsInTimeWhenTheWorkloadStaysSilent() {
        workload.createContext("/slow", exchange -> {});

        assertThat(new LoopbackGateway(front).get("shop.localhost", "/slow", Duration.ofMillis(200)))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.reason()).contains("http://shop.localhost/slow", "no answer"));
    }

    @Test
    void refusesWhatIsNoHostAndPath() {
        assertThat(get("shop.localhost\r\nX: 1", "/")).isInstanceOf(Failed.class);
        assertThat(get("shop.localhost", "http://evil.example/")).isInstanceOf(Failed.class);
        assertThat(get("shop.localhost", "/ HTTP/1.1")).isInstanceOf(Failed.class);
    }
}
