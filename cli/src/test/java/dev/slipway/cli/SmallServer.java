package dev.slipway.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real HTTP server that gives the answers it was told to, in their order and the last one again, and remembers who asked what. */
final class SmallServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private int lost;

    private record Answer(int status, String body, boolean again) {}

    /** What was asked. */
    record Request(String line, String body, String token, String key, String host) {}

    SmallServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** @param line method and path with its query */
    SmallServer when(String line, int status, String body) {
        answers.computeIfAbsent(line, any -> new ArrayDeque<>()).add(new Answer(status, body, false));
        return this;
    }

    /** As {@link #when}: a conflict with the first request of the same key, which ends. */
    SmallServer whenStillRunning(String line) {
        answers.computeIfAbsent(line, any -> new ArrayDeque<>()).add(new Answer(409, "{}", true));
        return this;
    }

    /** Carries out the next requests and loses their answers. */
    void loseAnswers(int number) {
        lost = number;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                line,
                body,
                header(exchange, "Authorization"),
                header(exchange, "Idempotency-Key"),
                header(exchange, "Host")));
        if (lost > 0) {
            lost--;
            exchange.close();
            return;
        }
        Deque<Answer> told = answers.get(line);
        Answer answer = told == null
                ? new Answer(404, "{\"problems\":[{\"message\":\"There is nothing at " + line + ".\"}]}", false)
                : told.size() > 1 ? told.removeFirst() : told.getFirst();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.again()) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
