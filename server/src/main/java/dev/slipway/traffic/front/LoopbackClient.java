package dev.slipway.traffic.front;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the front listener as a client on loopback that names any host: names of workloads need not resolve for that. */
public final class LoopbackClient {

    private final HttpClientAgent client;
    private final int port;

    LoopbackClient(Vertx vertx, int port) {
        this.client = vertx.createHttpClient();
        this.port = port;
    }

    /** @param body its first characters */
    public record Answer(int status, String body) {}

    /**
     * Follows no redirects; reads no more than asked for.
     *
     * @param path with query, begins with a slash
     * @throws IOException when there is no answer in time
     */
    public Answer get(String host, String path, Duration timeout, int characters) throws IOException {
        Promise<Answer> answer = Promise.promise();
        client.request(new RequestOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setMethod(HttpMethod.GET)
                        .setURI(path)
                        .putHeader("Host", host + ":" + port))
                .compose(HttpClientRequest::send)
                .onSuccess(response -> collect(response, characters, answer))
                .onFailure(answer::tryFail);
        try {
            return answer.future().await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + timeout.toSeconds() + " s", e);
        } catch (Exception e) { // Vert.x throws whatever made the future fail, undeclared
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void collect(HttpClientResponse response, int characters, Promise<Answer> answer) {
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            body.appendBuffer(chunk);
            if (body.length() >= characters * 4 && answer.tryComplete(answer(response, body, characters))) {
                response.request().reset();
            }
        });
        response.exceptionHandler(answer::tryFail);
        response.endHandler(end -> answer.tryComplete(answer(response, body, characters)));
    }

    private static Answer answer(HttpClientResponse response, Buffer body, int characters) {
        String text = body.toString(StandardCharsets.UTF_8);
        return new Answer(response.statusCode(), text.substring(0, Math.min(text.length(), characters)));
    }
}
