package dev.slipway.traffic.front;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;

/** One event loop's server and its own connections to what is behind, so that a request never changes threads. */
final class Lane {

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int LARGEST_HEAD = 32 * 1024;
    private static final int IDLE_SECONDS = 600;
    /** Shorter than what servers keep idle connections for, so that none is taken that is about to close. */
    private static final int KEEP_ALIVE_SECONDS = 8;

    private static final Duration FIRST_HEAD = Duration.ofSeconds(20);
    private static final Duration NEXT_HEAD = Duration.ofSeconds(60);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int CONNECTIONS_PER_TARGET = 512;
    private static final int WEBSOCKETS_PER_TARGET = 10_000;

    private final HttpServer server;

    Lane(Vertx vertx, FrontTargets targets, FrontOptions options) {
        Forwarding forwarding =
                new Forwarding(vertx, client(vertx, CONNECTIONS_PER_TARGET), client(vertx, WEBSOCKETS_PER_TARGET));
        PortalHosts hosts = new PortalHosts(options.domain());
        ForwardedHeaders headers = new ForwardedHeaders(options.behindProxy());
        QuietConnections connections = new QuietConnections(vertx, FIRST_HEAD, NEXT_HEAD);
        server = vertx.createHttpServer(serverOptions())
                .connectionHandler(connections::opened)
                .requestHandler(new Dispatcher(
                        hosts,
                        new PortalProxy(forwarding, headers, options.secret()),
                        new WorkloadProxy(vertx, forwarding, headers, hosts.portal()),
                        targets,
                        connections));
    }

    Future<HttpServer> listen(String host, int port) {
        return server.listen(port, host);
    }

    private static HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LARGEST_HEAD)
                .setIdleTimeout(IDLE_SECONDS)
                .setHandle100ContinueAutomatically(true)
                .setHttp2ClearTextEnabled(false)
                .setTcpNoDelay(true);
    }

    private static HttpClientAgent client(Vertx vertx, int connectionsPerTarget) {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setMaxHeaderSize(LARGEST_HEAD)
                        .setTcpNoDelay(true))
                .withConnectHandler(EarlyAnswers::allowOn)
                .with(new PoolOptions().setHttp1MaxSize(connectionsPerTarget))
                .build();
    }
}
