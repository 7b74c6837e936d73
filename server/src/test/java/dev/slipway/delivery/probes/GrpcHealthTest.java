package dev.slipway.delivery.probes;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Health as gRPC servers tell it: over HTTP/2 from the first byte on. */
class GrpcHealthTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final GrpcHealth health = new GrpcHealth();
    private int port;

    @BeforeEach
    void serve() {
        HttpServer server = vertx.createHttpServer().requestHandler(GrpcHealthTest::answer);
        port = server.listen(0, "127.0.0.1").await().actualPort();
    }

    @AfterEach
    void close() {
        health.close();
        vertx.close().await();
    }

    /** The service is the answer that it gives. */
    private static void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            String service = body.length() > 7 ? body.getString(7, body.length(), StandardCharsets.UTF_8.name()) : "";
            HttpServerResponse response = request.response().putHeader("content-type", "application/grpc");
            switch (service) {
                case "" -> reply(response, 1);
                case "sick" -> reply(response, 2);
                case "silent" -> {}
                default -> response.putHeader("grpc-status", "5").end();
            }
        });
    }

    private static void reply(HttpServerResponse response, int status) {
        response.putTrailer("grpc-status", "0");
        response.end(Buffer.buffer()
                .appendByte((byte) 0)
                .appendInt(2)
                .appendByte((byte) 8)
                .appendByte((byte) status));
    }

    @Test
    void isWellWhereItServes() throws Exception {
        assertThat(ask("")).isEmpty();
        assertThat(ask("")).isEmpty();
    }

    @Test
    void tellsHowAServiceIs() throws Exception {
        assertThat(ask("sick")).contains("gRPC health answered NOT_SERVING");
        assertThat(ask("unheard-of")).contains("gRPC health answered grpc-status 5");
    }

    @Test
    void doesNotWaitForever() throws Exception {
        assertThat(health.failure(port, "silent", Duration.ofSeconds(1)))
                .contains("gRPC health did not answer within 1 s");
    }

    @Test
    void failsWhereNothingListens() {
        vertx.close().await();

        Assertions.assertThatThrownBy(() -> ask("")).isInstanceOf(ConnectException.class);
    }

    private Optional<String> ask(String service) throws IOException, InterruptedException {
        return health.failure(port, service, PATIENCE);
    }
}
