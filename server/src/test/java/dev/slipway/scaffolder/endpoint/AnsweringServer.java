package dev.slipway.scaffolder.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.platform.TemplateRules.Endpoint;
import dev.slipway.platform.TemplateRules.SecretHeader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** An HTTP server on this machine that remembers what it was asked, and answers what it was told to. */
public final class AnsweringServer implements AutoCloseable {

    public record Asked(String method, String target, Map<String, List<String>> headers, String body) {}

    public final List<Asked> asked = new ArrayList<>();
    private final HttpServer server;
    private int status = 200;
    private String text = "{}";
    private Map<String, String> headers = Map.of();

    public AnsweringServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public void answers(int status, String text, Map<String, String> headers) {
        this.status = status;
        this.text = text;
        this.headers = headers;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        headers.forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    public Endpoint endpoint(boolean privateNetwork, boolean withSecret) {
        return endpoint("localhost", privateNetwork, withSecret);
    }

    public Endpoint endpoint(String host, boolean privateNetwork, boolean withSecret) {
        return new Endpoint(
                "tickets",
                URI.create("http://" + host + ":" + server.getAddress().getPort() + "/api"),
                Duration.ofSeconds(5),
                privateNetwork,
                Map.of("X-From", "slipway"),
                withSecret ? new SecretHeader("Authorization", "tickets-token", "Bearer ") : null);
    }

    /** With the secret that the endpoint names. */
    public static Endpoints endpoints() {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("slipway.secrets.tickets-token", "s3cr3t-value")));
        return new Endpoints(settings);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
