package dev.slipway.traffic.front;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Closes connections on which no request gets going, so that half a head keeps none for long, and those whose client asked for it
 * ({@code close} as one of the options of {@code Connection}). Of one event loop.
 */
final class QuietConnections {

    private final Vertx vertx;
    private final Duration first;
    private final Duration next;
    private final Map<HttpConnection, Long> timers = new HashMap<>();

    /**
     * @param first how long the head of a connection's first request may take
     * @param next how long after an answer the head of the next one may take
     */
    QuietConnections(Vertx vertx, Duration first, Duration next) {
        this.vertx = vertx;
        this.first = first;
        this.next = next;
    }

    void opened(HttpConnection connection) {
        connection.closeHandler(closed -> forget(connection));
        await(connection, first);
    }

    void began(HttpServerRequest request) {
        forget(request.connection());
        if (Upgrades.isAsked(request)) {
            return;
        }
        if (isLast(request)) {
            endAfter(request);
        } else {
            request.response().endHandler(ended -> await(request.connection(), next));
        }
    }

    /** This request is the last one of its connection. */
    void endAfter(HttpServerRequest request) {
        request.response()
                .putHeader("Connection", "close")
                .endHandler(ended -> request.connection().close());
    }

    private static boolean isLast(HttpServerRequest request) {
        return request.headers().getAll("Connection").stream()
                .flatMap(options -> Arrays.stream(options.split(",", -1)))
                .anyMatch(option -> option.strip().equalsIgnoreCase("close"));
    }

    private void await(HttpConnection connection, Duration limit) {
        timers.put(connection, vertx.setTimer(limit.toMillis(), timer -> connection.close()));
    }

    private void forget(HttpConnection connection) {
        Long timer = timers.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
