package dev.slipway.traffic.front;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Passes one request on to one address, and its answer back, as streams: what comes in faster than it goes out waits at
 * its source. An answer that breaks off is broken off towards the client too, never ended as if it were whole.
 */
final class Forwarding {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final Vertx vertx;
    private final HttpClientAgent client;
    private final Duration patience;

    /** @param patience how long the first byte of an answer may take once the request is sent */
    Forwarding(Vertx vertx, HttpClientAgent client, Duration patience) {
        this.vertx = vertx;
        this.client = client;
        this.patience = patience;
    }

    /** How it ended. Where nothing was answered, nothing has been written to the client either. */
    sealed interface Outcome {

        /** @param whole whether the answer came to its end */
        record Answered(int status, boolean whole) implements Outcome {}

        /** Nobody took the connection, and nothing of the request was read: another address may be tried. */
        record NotConnected() implements Outcome {}

        /** @param untouched whether the request had no body, so that a harmless one may be sent again */
        record NoAnswer(boolean late, boolean untouched) implements Outcome {}
    }

    /** @param request paused; stays so when the outcome is {@link Outcome.NotConnected} */
    Future<Outcome> forward(HttpServerRequest request, InetSocketAddress address, Consumer<HttpClientRequest> head) {
        RequestOptions options = new RequestOptions()
                .setHost(hostOf(address))
                .setPort(address.getPort())
                .setMethod(request.method())
                .setURI(request.uri());
        return client.request(options)
                .compose(
                        outbound -> exchange(request, outbound, head),
                        failure -> Future.succeededFuture(new Outcome.NotConnected()));
    }

    /** Its number where it is known, so that no name has to be looked up. */
    private static String hostOf(InetSocketAddress address) {
        return address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress();
    }

    private Future<Outcome> exchange(
            HttpServerRequest request, HttpClientRequest outbound, Consumer<HttpClientRequest> head) {
        Promise<Outcome> outcome = Promise.promise();
        AtomicBoolean late = new AtomicBoolean();
        boolean body = hasBody(request);
        head.accept(outbound);
        HttpServerResponse response = request.response();
        response.exceptionHandler(failure -> outbound.reset());
        response.closeHandler(closed -> outbound.reset());

        Future<HttpClientResponse> answer = outbound.response();
        Future<Void> sent = body ? sendBody(request, outbound, answer) : sendHead(request, outbound);
        sent.onSuccess(done -> limit(outbound, answer, late));
        answer.onComplete(
                arrived -> passBack(arrived, request, outbound)
                        .onComplete(end ->
                                outcome.tryComplete(new Outcome.Answered(arrived.statusCode(), end.succeeded()))),
                failure -> outcome.tryComplete(new Outcome.NoAnswer(late.get(), !body)));
        return outcome.future();
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding") || (length != null && !length.equals("0"));
    }

    private static Future<Void> sendHead(HttpServerRequest request, HttpClientRequest outbound) {
        request.resume();
        return outbound.end();
    }

    private static Future<Void> sendBody(
            HttpServerRequest request, HttpClientRequest outbound, Future<HttpClientResponse> answer) {
        outbound.setChunked(!outbound.headers().contains("Content-Length"));
        return request.pipe().endOnFailure(false).to(outbound).onFailure(failure -> {
            // Once it answers, the other side may stop listening: its answer still counts.
            if (!answer.isComplete()) {
                outbound.reset();
            }
        });
    }

    private void limit(HttpClientRequest outbound, Future<HttpClientResponse> answer, AtomicBoolean late) {
        if (answer.isComplete()) {
            return;
        }
        long timer = vertx.setTimer(patience.toMillis(), id -> {
            late.set(true);
            outbound.reset();
        });
        answer.onComplete(arrived -> vertx.cancelTimer(timer), failure -> vertx.cancelTimer(timer));
    }

    private static Future<Void> passBack(
            HttpClientResponse from, HttpServerRequest request, HttpClientRequest outbound) {
        HttpServerResponse to = request.response();
        to.setStatusCode(from.statusCode()).setStatusMessage(from.statusMessage());
        ForwardedHeaders.ofAnswer(from.headers(), to.headers());
        if (request.method().equals(HttpMethod.HEAD)
                || from.statusCode() == NO_CONTENT
                || from.statusCode() == NOT_MODIFIED) {
            return to.end();
        }
        to.setChunked(!to.headers().contains("Content-Length"));
        return from.pipe().endOnFailure(false).to(to).onFailure(failure -> {
            to.reset();
            outbound.reset();
        });
    }
}
