package dev.slipway.gitops.routes.rule;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a request is sent again.
 *
 * @param attempts after the first
 * @param perTryTimeout null for none but the route's
 * @param statuses of answers after which it is
 * @param connectFailure whether it is when no connection was made
 * @param reset whether it is when the connection ended, or the time of one try, without an answer
 */
public record Retries(
        int attempts,
        @Nullable Duration perTryTimeout,
        Duration backoff,
        Set<Integer> statuses,
        boolean connectFailure,
        boolean reset) {

    /** Envoy's. */
    private static final Duration BACKOFF = Duration.ofMillis(25);
    /** Istio's, when a VirtualService names none. */
    private static final String DEFAULT = "connect-failure,refused-stream,unavailable,cancelled";

    private static final int CONFLICT = 409;
    private static final int MOST = 10;
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");
    /** Conditions of HTTP/2, HTTP/3 and gRPC, which cannot arise: the gateway speaks HTTP/1.1 to workloads. */
    private static final Set<String> NEVER = Set.of(
            "refused-stream",
            "http3-post-connect-failure",
            "cancelled",
            "deadline-exceeded",
            "internal",
            "resource-exhausted",
            "unavailable");

    public Retries {
        statuses = Set.copyOf(statuses);
    }

    static Retries of(Fields retries) {
        retries.only(Set.of(
                "attempts",
                "perTryTimeout",
                "retryOn",
                "backoff",
                "retryRemoteLocalities",
                "retryIgnorePreviousHosts"));
        int attempts = retries.number("attempts", 0);
        if (attempts < 0 || attempts > MOST) {
            retries.wrong("attempts", "\"" + attempts + "\" attempts are too many or too few.", "0 to " + MOST);
        }
        if (retries.isTrue("retryRemoteLocalities")) {
            retries.ignored("retryRemoteLocalities", "There are no localities here.", "no retryRemoteLocalities");
        }
        String on = retries.text("retryOn");
        Set<String> conditions = new LinkedHashSet<>();
        for (String each : List.of((on == null || on.isBlank() ? DEFAULT : on).split(",", -1))) {
            conditions.add(each.strip());
        }
        Duration backoff = retries.duration("backoff");
        return new Retries(
                attempts,
                retries.duration("perTryTimeout"),
                backoff == null ? BACKOFF : backoff,
                statuses(retries, conditions),
                conditions.contains("connect-failure") || isReset(conditions),
                isReset(conditions));
    }

    /** Envoy counts a connection that ends without an answer, or in time without one, as 5xx and as gateway-error, too. */
    private static boolean isReset(Set<String> conditions) {
        return conditions.contains("reset") || conditions.contains("5xx") || conditions.contains("gateway-error");
    }

    private static Set<Integer> statuses(Fields retries, Set<String> conditions) {
        Set<Integer> statuses = new HashSet<>();
        for (String condition : conditions) {
            switch (condition) {
                case "5xx" -> range(500, 599, statuses);
                case "gateway-error" -> range(502, 504, statuses);
                case "retriable-4xx" -> statuses.add(CONFLICT);
                case "connect-failure", "reset", "retriable-status-codes" -> {}
                default -> other(retries, condition, statuses);
            }
        }
        return statuses;
    }

    private static void other(Fields retries, String condition, Set<Integer> statuses) {
        if (STATUS.matcher(condition).matches()) {
            statuses.add(Integer.parseInt(condition));
        } else if (!NEVER.contains(condition)) {
            retries.wrong(
                    "retryOn",
                    "\"" + condition + "\" is not understood.",
                    "5xx, gateway-error, reset, connect-failure, retriable-4xx, or a status");
        }
    }

    private static void range(int first, int last, Set<Integer> statuses) {
        for (int status = first; status <= last; status++) {
            statuses.add(status);
        }
    }
}
