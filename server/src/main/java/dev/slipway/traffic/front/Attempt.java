package dev.slipway.traffic.front;

import dev.slipway.traffic.front.Forwarding.Outcome;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request to a workload, from try to try. */
final class Attempt {

    /** Longer bodies are streamed, and sent once. */
    private static final int LONGEST_KEPT = 64 * 1024;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int TIMEOUT = 504;
    private static final int CLIENT_WENT = 499;
    private static final int SERVER_ERROR = 500;

    private final Vertx vertx;
    private final Forwarding forwarding;
    private final HttpServerRequest request;
    private final Itinerary itinerary;
    private final RetryPolicy policy;
    private final Served served;
    private final Edits edits;
    private @Nullable Buffer body;

    Attempt(
            Vertx vertx,
            Forwarding forwarding,
            HttpServerRequest request,
            Itinerary itinerary,
            Served served,
            Edits edits) {
        this.vertx = vertx;
        this.forwarding = forwarding;
        this.request = request;
        this.itinerary = itinerary;
        this.policy = RetryPolicy.of(
                itinerary.passage().retries(), itinerary.addresses().size(), request);
        this.served = served;
        this.edits = edits;
    }

    void begin() {
        if (policy.keepsBody() && isShort()) {
            request.body()
                    .onSuccess(whole -> {
                        body = whole;
                        next(0);
                    })
                    .onFailure(broken -> end(CLIENT_WENT));
            request.resume();
        } else {
            next(0);
        }
    }

    private boolean isShort() {
        String length = request.getHeader("Content-Length");
        return length != null
                && !length.equals("0")
                && length.length() <= 5
                && Integer.parseInt(length) <= LONGEST_KEPT;
    }

    private void next(int index) {
        Duration left = left();
        if (left.isNegative()) {
            end(TIMEOUT);
            Answers.noAnswer(request, true);
            return;
        }
        forwarding.forward(request, attempt(index, left)).onSuccess(outcome -> settle(outcome, index));
    }

    private Try attempt(int index, Duration left) {
        Duration perTry = itinerary.passage().retries() == null
                ? null
                : itinerary.passage().retries().perTryTimeout();
        boolean own = perTry != null && !perTry.isZero() && (left.isZero() || perTry.compareTo(left) < 0);
        String uri = itinerary.passage().uri();
        return new Try(
                itinerary.address(index),
                uri == null ? request.uri() : uri,
                outbound -> edits.ofRequest(request, outbound),
                edits::ofAnswer,
                body,
                own && perTry != null ? perTry : left,
                own || itinerary.passage().timeout() != null,
                status -> policy.mayFollow(index) && mayBeSentAgain() && policy.drops(status));
    }

    private boolean mayBeSentAgain() {
        return body != null || !Forwarding.hasBody(request);
    }

    /** Zero for any time, negative when it is over. */
    private Duration left() {
        Duration timeout = itinerary.passage().timeout();
        if (timeout == null) {
            return PATIENCE;
        }
        Duration left = timeout.minusNanos(System.nanoTime() - served.started());
        return timeout.isZero() || left.isPositive() ? timeout.isZero() ? timeout : left : Duration.ofNanos(-1);
    }

    private void settle(Outcome outcome, int index) {
        if (policy.mayFollow(index) && policy.repeats(outcome) && !clientWent()) {
            Duration pause = policy.pause(index + 1);
            if (pause.isZero()) {
                next(index + 1);
            } else {
                vertx.setTimer(pause.toMillis(), timer -> next(index + 1));
            }
            return;
        }
        switch (outcome) {
            case Outcome.Answered(int status, boolean whole, boolean late) ->
                end(
                        whole || status >= SERVER_ERROR
                                ? status
                                : clientWent() ? CLIENT_WENT : late ? TIMEOUT : BAD_GATEWAY);
            case Outcome.Dropped(int status) -> {
                end(clientWent() ? CLIENT_WENT : status);
                Answers.noAnswer(request, false);
            }
            case Outcome.NotConnected() -> {
                end(UNAVAILABLE);
                Answers.nothingReady(
                        request, "No replica of \"" + itinerary.application() + "\" takes the connection.");
            }
            case Outcome.NoAnswer(boolean late, boolean _) -> {
                end(clientWent() ? CLIENT_WENT : late ? TIMEOUT : BAD_GATEWAY);
                Answers.noAnswer(request, late);
            }
        }
    }

    private boolean clientWent() {
        return request.response().closed();
    }

    private void end(int status) {
        served.with(itinerary.application(), status);
    }
}
