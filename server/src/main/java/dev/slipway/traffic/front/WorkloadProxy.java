package dev.slipway.traffic.front;

import dev.slipway.traffic.front.Forwarding.Outcome;
import dev.slipway.traffic.front.Workloads.Destination;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Passes requests on to workloads: finds the route, tries replica after replica, measures. */
final class WorkloadProxy {

    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int TIMEOUT = 504;
    private static final int CLIENT_WENT = 499;
    private static final int SERVER_ERROR = 500;

    private final Forwarding forwarding;
    private final ForwardedHeaders headers;
    private final String portal;

    /** @param portal the host that has the list of hosts */
    WorkloadProxy(Forwarding forwarding, ForwardedHeaders headers, String portal) {
        this.forwarding = forwarding;
        this.headers = headers;
        this.portal = portal;
    }

    void handle(HttpServerRequest request, String host, String requestId, Workloads workloads) {
        Attempt attempt = new Attempt(request, requestId, workloads, System.nanoTime());
        switch (workloads.find(host, request.method().name(), request.path(), () -> firstValues(request))) {
            case Destination.Replicas(String application, List<InetSocketAddress> addresses) ->
                attempt.next(application, addresses, 0);
            case Destination.NothingReady(String application, String hop) -> {
                attempt.served(application, UNAVAILABLE);
                Answers.nothingReady(request, hop);
            }
            case Destination.UnknownHost() -> Answers.unknownHost(request, hosts(request));
            case Destination.NoMatch() -> Answers.noMatch(request);
        }
    }

    private static Map<String, String> firstValues(HttpServerRequest request) {
        Map<String, String> values = new HashMap<>();
        request.headers().forEach((name, value) -> values.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return values;
    }

    private String hosts(HttpServerRequest request) {
        String host = request.getHeader("Host");
        int colon = host.lastIndexOf(':');
        return "http://" + portal + (colon < 0 ? "" : host.substring(colon)) + "/hosts";
    }

    /** One request on its way from replica to replica. */
    private final class Attempt {
        private final HttpServerRequest request;
        private final String requestId;
        private final Workloads workloads;
        private final long started;

        Attempt(HttpServerRequest request, String requestId, Workloads workloads, long started) {
            this.request = request;
            this.requestId = requestId;
            this.workloads = workloads;
            this.started = started;
        }

        void next(String application, List<InetSocketAddress> addresses, int index) {
            if (index == addresses.size()) {
                served(application, UNAVAILABLE);
                Answers.nothingReady(request, "No replica of \"" + application + "\" takes the connection.");
                return;
            }
            forwarding
                    .forward(
                            request,
                            addresses.get(index),
                            outbound -> headers.ofRequest(request, outbound.headers(), requestId))
                    .onSuccess(outcome -> settle(outcome, application, addresses, index));
        }

        private void settle(Outcome outcome, String application, List<InetSocketAddress> addresses, int index) {
            switch (outcome) {
                case Outcome.Answered(int status, boolean whole) ->
                    served(application, whole || status >= SERVER_ERROR ? status : brokenOff());
                case Outcome.NotConnected() -> next(application, addresses, index + 1);
                case Outcome.NoAnswer(boolean late, boolean untouched) -> {
                    if (!late && untouched && mayBeRepeated() && index + 1 < addresses.size()) {
                        next(application, addresses, index + 1);
                    } else {
                        served(application, clientWent() ? CLIENT_WENT : late ? TIMEOUT : BAD_GATEWAY);
                        Answers.noAnswer(request, late);
                    }
                }
            }
        }

        private boolean mayBeRepeated() {
            return HARMLESS.contains(request.method()) && !clientWent();
        }

        private int brokenOff() {
            return clientWent() ? CLIENT_WENT : BAD_GATEWAY;
        }

        private boolean clientWent() {
            return request.response().closed();
        }

        void served(String application, int status) {
            if (!application.isEmpty()) {
                workloads.served(application, status, Duration.ofNanos(System.nanoTime() - started));
            }
        }
    }
}
