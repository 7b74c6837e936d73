package dev.slipway.identity.security;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.ui.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a browser sends because another site told it to (Fetch Metadata, {@code Origin}). Workloads under the same
 * domain count as other sites: {@code same-site} is not enough. Callers that are no browsers send neither header.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class OwnOrigin extends OncePerRequestFilter {

    private final ProblemWriter problems;

    OwnOrigin(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOwn(request)) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = Problem.of("The request was made by another site's page.")
                .next("Open Slipway itself and repeat it there.");
        problems.write(request, response, ProblemCode.FORBIDDEN, List.of(problem));
    }

    private static boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        if (foreign && !isNavigation(request)) {
            return false;
        }
        return !Routes.isUnsafe(request) || isOwnOrigin(request.getHeader("Origin"), request);
    }

    /** Following a link from elsewhere is fine; it changes nothing. */
    private static boolean isNavigation(HttpServletRequest request) {
        return !Routes.isUnsafe(request) && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }

    private static boolean isOwnOrigin(@Nullable String origin, HttpServletRequest request) {
        if (origin == null) {
            return true;
        }
        try {
            URI uri = URI.create(origin);
            String host = uri.getHost();
            return host != null
                    && host.toLowerCase(Locale.ROOT)
                            .equals(request.getServerName().toLowerCase(Locale.ROOT))
                    && port(uri) == request.getServerPort();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static int port(URI origin) {
        if (origin.getPort() != -1) {
            return origin.getPort();
        }
        return "https".equals(origin.getScheme()) ? 443 : 80;
    }
}
