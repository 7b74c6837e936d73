package dev.slipway.ui.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Who reads the answer. */
enum Audience {
    API,
    /** Clients of the APIs that are Backstage's look for its own shape of errors. */
    BACKSTAGE,
    GIT,
    FRAGMENT,
    BROWSER;

    static Audience of(HttpServletRequest request) {
        String path = path(request);
        if (path.startsWith("/git/")) {
            return GIT;
        }
        if (path.startsWith("/api/catalog/") || path.startsWith("/api/scaffolder/")) {
            return BACKSTAGE;
        }
        if (path.startsWith("/api/") || path.startsWith("/v2/") || wantsJson(request.getHeader("Accept"))) {
            return API;
        }
        return "true".equals(request.getHeader("HX-Request")) ? FRAGMENT : BROWSER;
    }

    /** Git and image registries ask for a user and a password when they are told so, and know no other way. */
    static String scheme(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/git/") || path.startsWith("/v2") ? "Basic" : "Bearer";
    }

    /** While an error is dispatched, the path that failed. */
    static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return String.valueOf(failed == null ? request.getRequestURI() : failed);
    }

    private static boolean wantsJson(@Nullable String accept) {
        return accept != null && accept.contains("json") && !accept.contains("html");
    }
}
