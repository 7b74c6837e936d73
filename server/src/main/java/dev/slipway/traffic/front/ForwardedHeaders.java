package dev.slipway.traffic.front;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The headers of a request or answer as they are passed on. */
final class ForwardedHeaders {

    /** RFC 9110, 7.6.1, and what older clients send. {@code Expect} is answered by the listener itself. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect");

    private static final Set<String> FORWARDED =
            Set.of("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port");

    private static final int HTTP = 80;

    private final boolean behindProxy;

    ForwardedHeaders(boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    /** What the next one sees: who asked for which host, and nothing that only the listener may say. */
    void ofRequest(HttpServerRequest from, MultiMap to, String requestId) {
        copy(from.headers(), to);
        to.remove(FrontListener.SECRET_HEADER);
        String host = from.getHeader("Host");
        String port = String.valueOf(from.localAddress().port());
        if (!behindProxy) {
            FORWARDED.forEach(to::remove);
        }
        setIfMissing(to, "x-forwarded-host", host == null ? "" : host);
        setIfMissing(to, "x-forwarded-proto", "http");
        setIfMissing(to, "x-forwarded-port", portOf(host, port));
        String client = from.remoteAddress().hostAddress();
        String before = to.get("x-forwarded-for");
        to.set("x-forwarded-for", before == null ? client : before + ", " + client);
        to.set("x-request-id", requestId);
        to.set("host", host == null ? "" : host);
    }

    /** With a colon, for an address; empty where a proxy listens on the port of its own that needs no mention. */
    String servedPort(HttpServerRequest request) {
        int port = request.localAddress().port();
        return behindProxy || port == HTTP ? "" : ":" + port;
    }

    /** What the listener has set already stays. */
    static void ofAnswer(MultiMap from, MultiMap to) {
        String requestId = to.get("x-request-id");
        copy(from, to);
        to.set("x-request-id", requestId);
    }

    private static void copy(MultiMap from, MultiMap to) {
        Set<String> named = namedBy(from.getAll("connection"));
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name) && !named.contains(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    /** A sender names in Connection what is meant for the next hop alone. */
    private static Set<String> namedBy(List<String> connection) {
        if (connection.isEmpty()) {
            return Set.of();
        }
        return Arrays.stream(String.join(",", connection).split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static void setIfMissing(MultiMap to, String name, String value) {
        if (!to.contains(name)) {
            to.set(name, value);
        }
    }

    private static String portOf(@Nullable String host, String fallback) {
        int colon = host == null ? -1 : host.lastIndexOf(':');
        return host != null && colon > host.lastIndexOf(']') ? host.substring(colon + 1) : fallback;
    }
}
