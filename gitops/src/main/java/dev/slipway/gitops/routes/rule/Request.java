package dev.slipway.gitops.routes.rule;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request as routes look at it, on its way from hop to hop. Not thread-safe. */
public final class Request {

    private final String authority;
    private final String path;
    private final String query;
    private final String method;
    private final Supplier<Map<String, String>> supplier;
    private @Nullable Map<String, String> headers;

    private Request(
            String authority, String path, String query, String method, Supplier<Map<String, String>> supplier) {
        this.authority = authority;
        this.path = path;
        this.query = query;
        this.method = method;
        this.supplier = supplier;
    }

    /**
     * @param authority the Host, with or without port
     * @param uri path with or without query
     * @param headers names in lower case, several values joined by commas; asked for once, when a route looks at one
     */
    public static Request of(String authority, String uri, String method, Supplier<Map<String, String>> headers) {
        int mark = uri.indexOf('?');
        return mark < 0
                ? new Request(authority, uri, "", method, headers)
                : new Request(authority, uri.substring(0, mark), uri.substring(mark), method, headers);
    }

    public String authority() {
        return authority;
    }

    /** The authority without its port, in lower case. */
    public String host() {
        int colon = authority.lastIndexOf(':');
        return (colon < 0 ? authority : authority.substring(0, colon)).toLowerCase(Locale.ROOT);
    }

    /** Without query. */
    public String path() {
        return path;
    }

    /** With query. */
    public String uri() {
        return path + query;
    }

    public String method() {
        return method;
    }

    @Nullable
    String header(String name) {
        return all().get(name);
    }

    /** The first value of a parameter as it was sent; empty when it has none, null when it is not there. */
    @Nullable
    String parameter(String name) {
        for (String each : query.isEmpty() ? new String[0] : query.substring(1).split("&", -1)) {
            int equal = each.indexOf('=');
            if ((equal < 0 ? each : each.substring(0, equal)).equals(name)) {
                return equal < 0 ? "" : each.substring(equal + 1);
            }
        }
        return null;
    }

    /** The request with another authority and path. */
    Request with(String newAuthority, String newPath) {
        return newAuthority.equals(authority) && newPath.equals(path)
                ? this
                : new Request(newAuthority, newPath, query, method, this::all);
    }

    /** The request after these changes. */
    Request with(HeaderEdits edits) {
        String host = edits.set().get(HeaderEdits.HOST);
        return new Request(host == null ? authority : host, path, query, method, () -> edited(edits));
    }

    private Map<String, String> all() {
        if (headers == null) {
            headers = supplier.get();
        }
        return headers;
    }

    private Map<String, String> edited(HeaderEdits edits) {
        Map<String, String> copy = new HashMap<>(all());
        edits.remove().forEach(copy::remove);
        copy.putAll(edits.set());
        edits.add().forEach((name, value) -> copy.merge(name, value, (before, after) -> before + "," + after));
        return copy;
    }
}
