package dev.slipway.traffic.front;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Tells the portal's requests from the workloads' by their Host, before anything else is looked at. */
final class Dispatcher implements Handler<HttpServerRequest> {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

    private final PortalHosts hosts;
    private final PortalProxy portal;
    private final WorkloadProxy workloads;
    private final FrontTargets targets;
    private final QuietConnections connections;

    Dispatcher(
            PortalHosts hosts,
            PortalProxy portal,
            WorkloadProxy workloads,
            FrontTargets targets,
            QuietConnections connections) {
        this.hosts = hosts;
        this.portal = portal;
        this.workloads = workloads;
        this.targets = targets;
        this.connections = connections;
    }

    @Override
    public void handle(HttpServerRequest request) {
        request.pause();
        connections.began(request);
        request.exceptionHandler(failure -> request.response().reset());
        String requestId = requestId(request);
        request.response().putHeader("X-Request-Id", requestId);
        if (request.headers().getAll("Host").size() != 1
                || !HOST.matcher(request.getHeader("Host")).matches()) {
            Answers.refused(request, 400, "Which host?", "A request names its host in exactly one Host header.");
        } else if (!request.uri().startsWith("/") && !request.uri().equals("*")) {
            Answers.refused(request, 400, "Not a proxy", "The target of a request begins with a slash.");
        } else if (!isEndClear(request)) {
            connections.endAfter(request);
            Answers.refused(request, 501, "Unknown transfer", "The one transfer encoding known here is chunked.");
        } else {
            dispatch(request, requestId);
        }
    }

    /** A server that sees the end of a request elsewhere than this listener could be made to take its body for the next one. */
    private static boolean isEndClear(HttpServerRequest request) {
        List<String> encodings = request.headers().getAll("Transfer-Encoding");
        return encodings.isEmpty()
                || (encodings.size() == 1 && encodings.getFirst().strip().equalsIgnoreCase("chunked"));
    }

    private void dispatch(HttpServerRequest request, String requestId) {
        String host = PortalHosts.nameOf(request.getHeader("Host"));
        if (hosts.contains(host) && Upgrades.isAsked(request)) {
            Answers.refused(request, 501, "No WebSockets here", "The portal has none; workloads may.");
        } else if (hosts.contains(host)) {
            portal.handle(request, requestId, targets.portal());
        } else {
            workloads.handle(request, host, requestId, targets.workloads());
        }
    }

    private static String requestId(HttpServerRequest request) {
        String given = request.getHeader("X-Request-Id");
        return given != null && REQUEST_ID.matcher(given).matches()
                ? given
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
