package dev.slipway.traffic.front;

import dev.slipway.gitops.routes.rule.Retries;
import dev.slipway.traffic.front.Forwarding.Outcome;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request is sent again: as its route says, else to another replica where that does no harm.
 *
 * @param retries the route's; null when it says nothing
 * @param replicas how many there are
 */
record RetryPolicy(@Nullable Retries retries, int replicas, boolean harmless) {

    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int MOST_BACKOFFS = 10;

    static RetryPolicy of(@Nullable Retries retries, int replicas, HttpServerRequest request) {
        return new RetryPolicy(retries, replicas, HARMLESS.contains(request.method()));
    }

    /** Whether tries after this one (from 0) may be made. */
    boolean mayFollow(int index) {
        return retries == null ? index + 1 < replicas : index < retries.attempts();
    }

    /** Whether the body has to be kept for that. */
    boolean keepsBody() {
        return retries != null
                && retries.attempts() > 0
                && (retries.reset() || !retries.statuses().isEmpty());
    }

    boolean drops(int status) {
        return retries != null && retries.statuses().contains(status);
    }

    boolean repeats(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered _ -> false;
            case Outcome.Dropped _ -> true;
            case Outcome.NotConnected() -> retries == null || retries.connectFailure();
            case Outcome.NoAnswer(boolean late, boolean untouched) ->
                untouched && (retries == null ? harmless && !late : retries.reset());
        };
    }

    /** Before the try with this index; Envoy's: at random below a bound that doubles, up to ten times the first. */
    Duration pause(int index) {
        if (retries == null || retries.backoff().isZero()) {
            return Duration.ZERO;
        }
        long base = retries.backoff().toMillis();
        long bound = Math.min(base * MOST_BACKOFFS, base * ((1L << Math.min(index, MOST_BACKOFFS)) - 1));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(bound + 1));
    }
}
