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

/**
 * Passes one request on to one address, and its answer back, as streams: what comes in faster than it goes out waits at
 * its source. An answer that breaks off is broken off towards the client too, never ended as if it were whole.
 */
final class Forwarding {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final Vertx vertx;
    private final HttpClientAgent client;
    private final HttpClientAgent tunnels;

    /** @param tunnels for WebSockets, which keep their connections, so that requests never wait for one of them */
    Forwarding(Vertx vertx, HttpClientAgent client, HttpClientAgent tunnels) {
        this.vertx = vertx;
        this.client = client;
        this.tunnels = tunnels;
    }

    /** How it ended. Only where something was answered, something has been written to the client. */
    sealed interface Outcome {

        /**
         * @param whole whether the answer came to its end; a WebSocket's has when it is open
         * @param late whether it was broken off because it took too long
         */
        record Answered(int status, boolean whole, boolean late) implements Outcome {}

        /** Nobody took the connection, and nothing of the request was read: another address may be tried. */
        record NotConnected() implements Outcome {}

        /** The answer was dropped, as the try wanted. */
        record Dropped(int status) implements Outcome {}

        /** @param untouched whether nothing of a body was read, so that the request may be sent again */
        record NoAnswer(boolean late, boolean untouched) implements Outcome {}
    }

    /** @param request paused; stays so when the outcome is {@link Outcome.NotConnected} */
    Future<Outcome> forward(HttpServerRequest request, Try attempt) {
        RequestOptions options = new RequestOptions()
                .setHost(hostOf(attempt.address()))
                .setPort(attempt.address().getPort())
                .setMethod(request.method())
                .setURI(attempt.uri());
        return (Upgrades.isAsked(request) ? tunnels : client)
                .request(options)
                .compose(
                        outbound -> new Exchange(request, attempt, outbound).run(),
                        failure -> Future.succeededFuture(new Outcome.NotConnected()));
    }

    /** Its number where it is known, so that no name has to be looked up. */
    private static String hostOf(InetSocketAddress address) {
        return address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress();
    }

    static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding") || (length != null && !length.equals("0"));
    }

    /** A request that is on its way. */
    private final class Exchange {
        private final HttpServerRequest request;
        private final Try attempt;
        private final HttpClientRequest outbound;
        private final Promise<Outcome> outcome = Promise.promise();
        private final boolean streams;
        private boolean late;
        private long timer = -1;

        Exchange(HttpServerRequest request, Try attempt, HttpClientRequest outbound) {
            this.request = request;
            this.attempt = attempt;
            this.outbound = outbound;
            this.streams = attempt.body() == null && hasBody(request);
        }

        Future<Outcome> run() {
            attempt.request().accept(outbound.headers());
            outbound.exceptionHandler(failure -> {}); // the answer fails with it
            request.response().exceptionHandler(failure -> outbound.reset());
            request.response().closeHandler(closed -> outbound.reset());
            Future<HttpClientResponse> answer = outbound.response();
            send(answer).onSuccess(sent -> limit(answer));
            answer.onComplete(this::answered, failure -> {
                stopTimer();
                outcome.tryComplete(new Outcome.NoAnswer(late, !streams));
            });
            return outcome.future();
        }

        private Future<?> send(Future<HttpClientResponse> answer) {
            if (streams) {
                return sendBody(answer);
            }
            if (attempt.body() != null) {
                return outbound.end(attempt.body());
            }
            request.resume();
            if (Upgrades.isAsked(request)) {
                Upgrades.ask(outbound.headers());
                return outbound.connect();
            }
            return outbound.end();
        }

        private Future<Void> sendBody(Future<HttpClientResponse> answer) {
            outbound.setChunked(!outbound.headers().contains("Content-Length"));
            return request.pipe().endOnFailure(false).to(outbound).onFailure(failure -> {
                // The other side may answer and stop listening: its answer still counts.
                vertx.setTimer(EarlyAnswers.PATIENCE_MILLIS, timer -> {
                    if (!answer.isComplete()) {
                        outbound.reset();
                    }
                });
            });
        }

        private void limit(Future<HttpClientResponse> answer) {
            if (!attempt.limit().isZero()
                    && !(answer.isComplete() && !attempt.whole())
                    && !outcome.future().isComplete()) {
                timer = vertx.setTimer(Math.max(1, attempt.limit().toMillis()), id -> {
                    late = true;
                    outbound.reset();
                });
            }
        }

        private void stopTimer() {
            if (timer >= 0) {
                vertx.cancelTimer(timer);
                timer = -1;
            }
        }

        private void answered(HttpClientResponse arrived) {
            int status = arrived.statusCode();
            if (!attempt.whole() || status == Upgrades.SWITCHING) {
                stopTimer();
            }
            if (attempt.dropped().test(status)) {
                stopTimer();
                outcome.tryComplete(new Outcome.Dropped(status));
                arrived.exceptionHandler(reset -> {});
                outbound.reset();
                return;
            }
            passBack(arrived).onComplete(end -> {
                stopTimer();
                outcome.tryComplete(new Outcome.Answered(status, end.succeeded(), late));
            });
        }

        private Future<Void> passBack(HttpClientResponse from) {
            HttpServerResponse to = request.response();
            to.setStatusCode(from.statusCode()).setStatusMessage(from.statusMessage());
            ForwardedHeaders.ofAnswer(from.headers(), to.headers());
            attempt.answer().accept(to.headers());
            if (from.statusCode() == Upgrades.SWITCHING) {
                return join(from);
            }
            if (request.method().equals(HttpMethod.HEAD)
                    || from.statusCode() == NO_CONTENT
                    || from.statusCode() == NOT_MODIFIED) {
                return endWithoutBody(to);
            }
            to.setChunked(!to.headers().contains("Content-Length"));
            return from.pipe().endOnFailure(false).to(to).onFailure(failure -> {
                to.reset();
                outbound.reset();
            });
        }

        /** Without a length that nobody stated: the answers to HEAD, and those about what has not changed, would speak of another body. */
        private static Future<Void> endWithoutBody(HttpServerResponse to) {
            if (!to.headers().contains("Content-Length")) {
                to.headersEndHandler(written -> to.headers().remove("Content-Length"));
            }
            return to.end();
        }

        private Future<Void> join(HttpClientResponse agreed) {
            if (!Upgrades.isAsked(request)) {
                outbound.reset();
                return Future.failedFuture("nobody asked for another protocol");
            }
            return Upgrades.join(request, agreed);
        }
    }
}
