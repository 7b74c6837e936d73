package dev.slipway.identity.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter. With {@code slipway.front.secret} set, only requests of the front listener come in, which sends
 * that secret in {@code X-Slipway-Front}; from it, and from nobody else, {@code X-Forwarded-For}, {@code -Host},
 * {@code -Port} and {@code -Proto} are believed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FrontDoor extends OncePerRequestFilter {

    static final String HEADER = "X-Slipway-Front";

    private final byte[] secret;
    private final ForwardedHeaderFilter forwarded = new ForwardedHeaderFilter();

    FrontDoor(@Value("${slipway.front.secret:}") String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.forwarded.setRemoveOnly(secret.isEmpty());
        this.forwarded.setRelativeRedirects(true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (secret.length > 0 && !isFromTheFront(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        forwarded.doFilter(request, response, chain);
    }

    private boolean isFromTheFront(HttpServletRequest request) {
        String sent = request.getHeader(HEADER);
        return sent != null && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), secret);
    }
}
