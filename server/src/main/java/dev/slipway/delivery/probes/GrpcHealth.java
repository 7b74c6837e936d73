package dev.slipway.delivery.probes;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks {@code grpc.health.v1.Health/Check} over HTTP/2 without TLS, as the kubelet does (GRPC Health Checking Protocol). Not with
 * the JDK's client, which can begin HTTP/2 without TLS only by an upgrade that gRPC servers do not know.
 */
final class GrpcHealth implements AutoCloseable {

    private static final int PREFIX = 5;
    private static final int STATUS_FIELD = 8;
    private static final int SERVING = 1;
    private static final String[] STATUSES = {"UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN"};

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setUseDaemonThread(true)
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));

    /**
     * Why the server is not healthy; empty when it is serving.
     *
     * @param service empty for the server as a whole
     */
    Optional<String> failure(int port, String service, Duration timeout) throws IOException, InterruptedException {
        Future<Optional<String>> answer = client.request(
                        HttpMethod.POST,
                        port,
                        InetAddress.getLoopbackAddress().getHostAddress(),
                        "/grpc.health.v1.Health/Check")
                .compose(request -> send(request, service));
        try {
            return answer.toCompletionStage().toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return Optional.of("gRPC health did not answer within " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        }
    }

    private static Future<Optional<String>> send(HttpClientRequest request, String service) {
        request.putHeader("content-type", "application/grpc").putHeader("te", "trailers");
        return request.send(message(service))
                .compose(response -> response.body().map(body -> failure(response, body)));
    }

    /** A HealthCheckRequest, whose field 1 is the service, behind gRPC's prefix: not compressed, and its length. */
    private static Buffer message(String service) {
        byte[] name = service.getBytes(StandardCharsets.UTF_8);
        Buffer content = Buffer.buffer();
        if (name.length > 0) {
            content.appendByte((byte) 0x0A).appendByte((byte) name.length).appendBytes(name);
        }
        return Buffer.buffer().appendByte((byte) 0).appendInt(content.length()).appendBuffer(content);
    }

    private static Optional<String> failure(HttpClientResponse response, Buffer body) {
        String status = response.trailers().get("grpc-status");
        String code = status == null ? response.getHeader("grpc-status") : status;
        if (response.statusCode() != 200 || code == null) {
            return Optional.of("gRPC health answered HTTP " + response.statusCode() + " and no grpc-status");
        }
        if (!code.equals("0")) {
            return Optional.of("gRPC health answered grpc-status " + code
                    + (code.equals("12") ? ": the server does not implement grpc.health.v1.Health" : ""));
        }
        int serving = body.length() > PREFIX + 1 && body.getByte(PREFIX) == STATUS_FIELD ? body.getByte(PREFIX + 1) : 0;
        return serving == SERVING
                ? Optional.empty()
                : Optional.of("gRPC health answered "
                        + (serving >= 0 && serving < STATUSES.length ? STATUSES[serving] : "status " + serving));
    }

    @Override
    public void close() {
        var _ = vertx.close();
    }
}
