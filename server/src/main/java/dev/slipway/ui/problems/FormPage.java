package dev.slipway.ui.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The page whose form was sent, to go back to it: what the browser says, as a place of this portal alone. */
final class FormPage {

    private FormPage() {}

    /** Path and query; empty when nothing was sent, or nobody says from where. */
    static Optional<String> path(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (!request.getMethod().equals("POST") || referer == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(referer);
            String path = uri.getRawPath();
            return path == null || !path.startsWith("/") || path.startsWith("//")
                    ? Optional.empty()
                    : Optional.of(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
