package dev.slipway.traffic.front;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.util.Arrays;

/**
 * WebSockets (RFC 6455), passed on as they are: both sides negotiate with each other, and their frames are bytes here. What
 * one side sends faster than the other reads waits at its source.
 */
final class Upgrades {

    static final int SWITCHING = 101;

    private Upgrades() {}

    static boolean isAsked(HttpServerRequest request) {
        return request.headers().contains("Upgrade", "websocket", true)
                && request.method().equals(HttpMethod.GET)
                && namesUpgrade(request.headers());
    }

    /** Without it the other header means nothing (RFC 9110, 7.8). */
    private static boolean namesUpgrade(MultiMap headers) {
        return headers.getAll("Connection").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .anyMatch(token -> token.strip().equalsIgnoreCase("upgrade"));
    }

    /** Asks the next one for the same: these headers are for one hop alone, and have been left out. */
    static void ask(MultiMap headers) {
        headers.set("Connection", "Upgrade").set("Upgrade", "websocket");
    }

    /** Opens the way for bytes in both directions; either side that closes it closes the other's. */
    static Future<Void> join(HttpServerRequest request, HttpClientResponse agreed) {
        request.response().setStatusCode(SWITCHING);
        ask(request.response().headers());
        request.resume();
        NetSocket workload = agreed.netSocket();
        workload.pause();
        return request.toNetSocket()
                .onSuccess(client -> {
                    connect(client, workload);
                    connect(workload, client);
                })
                .onFailure(failure -> workload.close())
                .mapEmpty();
    }

    private static void connect(NetSocket from, NetSocket to) {
        from.pipeTo(to).onComplete(end -> to.close());
    }
}
