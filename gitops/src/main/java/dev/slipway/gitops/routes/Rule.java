package dev.slipway.gitops.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a VirtualService's {@code http}, compiled.
 *
 * @param matches one of them has to hold; none means always
 * @param host of the destination
 * @param port of the destination; 0 when none is named
 * @param unusable why it leads nowhere; null when it does not
 */
record Rule(
        Route.Hop hop,
        String namespace,
        List<Predicate<Request>> matches,
        String host,
        int port,
        @Nullable String unusable) {

    private static final Set<String> ROUTE_KEYS =
            Set.of("name", "match", "route", "timeout", "retries", "headers", "corsPolicy");

    record Request(String path, String method, Map<String, String> headers) {}

    static Rule of(Route.Hop hop, String namespace, Map<?, ?> http) {
        String unusable = null;
        List<Predicate<Request>> matches = new ArrayList<>();
        try {
            for (Object match : http.get("match") instanceof List<?> list ? list : List.of()) {
                matches.add(match instanceof Map<?, ?> map ? condition(map) : _ -> true);
            }
        } catch (IllegalArgumentException e) {
            matches.clear();
            unusable = "its match is not understood: " + e.getMessage();
        }
        for (Object key : http.keySet()) {
            unusable = ROUTE_KEYS.contains(String.valueOf(key)) ? unusable : "\"" + key + "\" is not understood";
        }
        Map<?, ?> destination = destination(http);
        Object port = destination.get("port") instanceof Map<?, ?> map ? map.get("number") : null;
        String host = destination.get("host") == null ? "" : String.valueOf(destination.get("host"));
        unusable = unusable == null && host.isEmpty() ? "it names no destination" : unusable;
        return new Rule(hop, namespace, matches, host, port instanceof Number number ? number.intValue() : 0, unusable);
    }

    /** Of several the one with the greatest weight. */
    private static Map<?, ?> destination(Map<?, ?> http) {
        Map<?, ?> best = Map.of();
        long weight = -1;
        for (Object each : http.get("route") instanceof List<?> list ? list : List.of()) {
            Map<?, ?> route = each instanceof Map<?, ?> map ? map : Map.of();
            long own = route.get("weight") instanceof Number number ? number.longValue() : 0;
            if (own > weight && route.get("destination") instanceof Map<?, ?> destination) {
                best = destination;
                weight = own;
            }
        }
        return best;
    }

    private static Predicate<Request> condition(Map<?, ?> match) {
        Predicate<Request> all = _ -> true;
        boolean ignoreCase = Boolean.TRUE.equals(match.get("ignoreUriCase"));
        for (Map.Entry<?, ?> entry : match.entrySet()) {
            String key = String.valueOf(entry.getKey());
            switch (key) {
                case "name", "ignoreUriCase" -> {}
                case "uri" -> {
                    Predicate<String> uri = TextMatch.of(entry.getValue(), ignoreCase);
                    all = all.and(request -> uri.test(request.path()));
                }
                case "method" -> {
                    Predicate<String> method = TextMatch.of(entry.getValue(), false);
                    all = all.and(request -> method.test(request.method()));
                }
                case "headers" -> all = all.and(headers(entry.getValue(), false));
                case "withoutHeaders" -> all = all.and(headers(entry.getValue(), true));
                default -> throw new IllegalArgumentException("\"" + key + "\"");
            }
        }
        return all;
    }

    private static Predicate<Request> headers(@Nullable Object value, boolean without) {
        Predicate<Request> all = _ -> true;
        for (Map.Entry<?, ?> entry : (value instanceof Map<?, ?> map ? map : Map.of()).entrySet()) {
            String name = String.valueOf(entry.getKey()).toLowerCase(Locale.ROOT);
            Predicate<String> text = TextMatch.of(entry.getValue() == null ? Map.of() : entry.getValue(), false);
            Predicate<Request> holds = request -> {
                String header = request.headers().get(name);
                return header != null && text.test(header);
            };
            all = all.and(without ? holds.negate() : holds);
        }
        return all;
    }

    boolean matches(Request request) {
        if (matches.isEmpty()) {
            return true;
        }
        for (Predicate<Request> match : matches) {
            if (match.test(request)) {
                return true;
            }
        }
        return false;
    }
}
