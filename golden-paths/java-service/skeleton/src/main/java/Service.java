import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server: one greeting, and what the platform asks of every service. */
final class Service {

    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(20);

    private final Settings settings;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Metrics metrics = new Metrics();
    private volatile boolean ready;

    Service(Settings settings) throws IOException {
        this.settings = settings;
        this.server = HttpServer.create(new InetSocketAddress(settings.port()), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    void start() {
        server.start();
        ready = true;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Not ready first, so that no new requests come; then what is under way is finished; then the end. */
    void stop() {
        ready = false;
        pause(settings.drain());
        Instant latest = Instant.now().plus(LONGEST_REQUEST);
        while (metrics.inProgress() > 0 && Instant.now().isBefore(latest)) {
            pause(Duration.ofMillis(20));
        }
        server.stop(0);
        threads.shutdown();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        metrics.started();
        long begin = System.nanoTime();
        String path = exchange.getRequestURI().getPath();
        int status = 500;
        try (exchange) {
            Answer answer = answerTo(path);
            status = answer.status();
            send(exchange, answer);
        } finally {
            metrics.finished(path, status, System.nanoTime() - begin);
        }
    }

    private Answer answerTo(String path) {
        return switch (path) {
            case "/" -> Answer.ok(settings.greeting() + " from ${{ values.name }} " + Version.NUMBER + "\n");
            case "/health" -> Answer.ok("ok\n");
            case "/ready" -> ready ? Answer.ok("ready\n") : new Answer(503, "not ready\n");
            case "/metrics" -> Answer.ok(metrics.inPrometheusFormat());
            default -> new Answer(404, "There is nothing at " + path + "\n");
        };
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
        boolean withoutBody = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), withoutBody ? -1 : body.length);
        if (!withoutBody) {
            exchange.getResponseBody().write(body);
        }
    }

    /** A status and a text. */
    private record Answer(int status, String text) {
        static Answer ok(String text) {
            return new Answer(200, text);
        }
    }
}
