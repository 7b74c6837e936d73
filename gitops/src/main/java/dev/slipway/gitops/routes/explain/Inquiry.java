package dev.slipway.gitops.routes.explain;

import dev.slipway.gitops.routes.rule.Request;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that is asked about.
 *
 * @param authority host and port
 * @param uri path and query
 * @param headers names in lower case
 */
public record Inquiry(String url, String authority, String uri, String method, Map<String, String> headers) {

    public Inquiry {
        headers = Map.copyOf(headers);
    }

    /**
     * @param url with or without scheme, for example {@code shop.localhost/api?v=1}
     * @param headers names in any case
     * @throws IllegalArgumentException when it is no URL with a host
     */
    public static Inquiry of(String url, String method, Map<String, String> headers) {
        String complete = url.contains("://") ? url : "http://" + url;
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        try {
            URI parsed = new URI(complete);
            String authority = parsed.getRawAuthority();
            if (authority == null || authority.isEmpty() || !parsed.getScheme().matches("https?|wss?")) {
                throw new IllegalArgumentException("\"" + url + "\" is no URL with a host.");
            }
            String path = parsed.getRawPath().isEmpty() ? "/" : parsed.getRawPath();
            String uri = parsed.getRawQuery() == null ? path : path + "?" + parsed.getRawQuery();
            return new Inquiry(complete, authority, uri, method.toUpperCase(Locale.ROOT), lower);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"" + url + "\" is no URL: " + e.getReason() + ".", e);
        }
    }

    Request request() {
        return Request.of(authority, uri, method, () -> headers);
    }
}
