package dev.slipway.traffic.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A workload, or the portal's connector: a real HTTP server on loopback. */
final class Upstream implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Upstream(HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    /** Answers this text, and nothing else. */
    static Upstream saying(String text) throws IOException {
        return new Upstream(exchange -> answer(exchange, 200, text));
    }

    /** Answers with the headers that it got, one a line, names in lower case. */
    static Upstream mirror() throws IOException {
        return new Upstream(exchange -> {
            StringBuilder text = new StringBuilder();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> values.forEach(value -> text.append(name.toLowerCase(Locale.ROOT))
                            .append(": ")
                            .append(value)
                            .append('\n')));
            answer(exchange, 200, text.toString());
        });
    }

    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
