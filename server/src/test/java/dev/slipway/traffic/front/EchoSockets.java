package dev.slipway.traffic.front;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A workload that says back what it hears over a WebSocket; at {@code /silent} it hears nothing until it is told to. */
final class EchoSockets {

    static final int LARGEST = 64 * 1024 * 1024;

    final Queue<ServerWebSocket> sockets = new ConcurrentLinkedQueue<>();
    final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    EchoSockets(Vertx vertx) {
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setMaxWebSocketFrameSize(LARGEST)
                        .setMaxWebSocketMessageSize(LARGEST)
                        .addWebSocketSubProtocol("chat"))
                .webSocketHandshakeHandler(this::decide)
                .webSocketHandler(this::echo)
                .listen(0, "127.0.0.1")
                .await();
    }

    private void decide(ServerWebSocketHandshake handshake) {
        heard.add("x-route: " + handshake.headers().get("x-route"));
        if (handshake.path().equals("/closed")) {
            handshake.reject(403);
        } else {
            handshake.accept();
        }
    }

    private void echo(ServerWebSocket socket) {
        sockets.add(socket);
        socket.closeHandler(closed -> heard.add("closed " + socket.closeStatusCode() + " " + socket.closeReason()));
        socket.pongHandler(pong -> heard.add("pong " + pong));
        if (socket.path().equals("/silent")) {
            socket.pause();
        }
        socket.frameHandler(frame -> {
            if (!frame.isClose()) {
                socket.writeFrame(frame);
            }
        });
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", server.actualPort());
    }
}
