package dev.slipway.identity.security;

import jakarta.servlet.http.HttpServletRequest;

/** The parts of the address space whose callers are no browsers. */
final class Routes {

    private Routes() {}

    /** Git and image registries know Basic authentication only, and may send an account's password. */
    static boolean takesPasswords(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/git/") || path.equals("/v2") || path.startsWith("/v2/");
    }

    /** Other servers announce things here; what handles them asks for a signature, and never who is signed in. */
    static boolean isHook(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/v1/hooks/");
    }

    /** Prometheus knows no sign-in page either. */
    static boolean isApi(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.equals("/metrics");
    }

    /** A page's form: what a browser sends when somebody presses a button. */
    static boolean isForm(HttpServletRequest request) {
        return isUnsafe(request) && !isApi(request) && !takesPasswords(request);
    }

    static boolean isUnsafe(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS", "TRACE" -> false;
            default -> true;
        };
    }
}
