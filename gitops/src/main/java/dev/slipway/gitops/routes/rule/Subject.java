package dev.slipway.gitops.routes.rule;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What of a request a condition looks at.
 *
 * @param words for people
 * @param value null when the request has none
 */
record Subject(String words, Function<Request, @Nullable String> value) {

    static final Subject PATH = new Subject("path", Request::path);
    static final Subject METHOD = new Subject("method", Request::method);
    /** A port in the Host depends on where the gateway listens, not on what is in Git: without it the same holds anywhere. */
    static final Subject AUTHORITY = new Subject("authority", Request::host);

    /** Envoy's names for what is no header begin with a colon. */
    static Subject header(String name) {
        return switch (name) {
            case ":authority", "host" -> AUTHORITY;
            case ":method" -> METHOD;
            case ":path" -> new Subject("path with query", Request::uri);
            default -> {
                String lower = name.toLowerCase(Locale.ROOT);
                yield new Subject("header " + lower, request -> request.header(lower));
            }
        };
    }

    static Subject parameter(String name) {
        return new Subject("query parameter " + name, request -> request.parameter(name));
    }
}
