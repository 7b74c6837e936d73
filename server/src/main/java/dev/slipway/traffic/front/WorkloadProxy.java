package dev.slipway.traffic.front;

import dev.slipway.gitops.routes.Passage;
import dev.slipway.traffic.front.Workloads.Destination;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Passes requests on to workloads: finds the route and hands them to an {@link Attempt}. */
final class WorkloadProxy {

    private static final int UNAVAILABLE = 503;

    private final Vertx vertx;
    private final Forwarding forwarding;
    private final ForwardedHeaders headers;
    private final String portal;

    /** @param portal the host that has the list of hosts */
    WorkloadProxy(Vertx vertx, Forwarding forwarding, ForwardedHeaders headers, String portal) {
        this.vertx = vertx;
        this.forwarding = forwarding;
        this.headers = headers;
        this.portal = portal;
    }

    void handle(HttpServerRequest request, String host, String requestId, Workloads workloads) {
        Served served = new Served(workloads, System.nanoTime());
        switch (workloads.find(host, request.method().name(), request.uri(), () -> values(request))) {
            case Destination.Replicas(String application, List<InetSocketAddress> addresses, Passage passage) ->
                new Attempt(
                                vertx,
                                forwarding,
                                request,
                                new Itinerary(application, addresses, passage),
                                served,
                                new Edits(headers, passage, requestId))
                        .begin();
            case Destination.NothingReady(String application, String hop) -> {
                served.with(application, UNAVAILABLE);
                Answers.nothingReady(request, hop);
            }
            case Destination.UnknownHost() -> Answers.unknownHost(request, hosts(request));
            case Destination.NoMatch() -> Answers.noMatch(request);
            case Destination.Starting() -> Answers.starting(request);
        }
    }

    private static Map<String, String> values(HttpServerRequest request) {
        Map<String, String> values = new HashMap<>();
        request.headers()
                .forEach((name, value) ->
                        values.merge(name.toLowerCase(Locale.ROOT), value, (before, after) -> before + "," + after));
        return values;
    }

    private String hosts(HttpServerRequest request) {
        String host = request.getHeader("Host");
        int colon = host.lastIndexOf(':');
        return "http://" + portal + (colon < 0 ? headers.servedPort(request) : host.substring(colon)) + "/hosts";
    }
}
