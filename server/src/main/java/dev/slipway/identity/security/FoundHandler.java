package dev.slipway.identity.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/** Hands the dispatcher the handler that {@link Rules} looked up for the same request: the search is the dearest part of both. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FoundHandler implements HandlerMapping {

    private static final String FOUND = FoundHandler.class.getName();

    static void remember(HttpServletRequest request, HandlerExecutionChain handler) {
        request.setAttribute(FOUND, handler);
    }

    /**
     * Once for each time it was found, and for the request itself only: what is forwarded or dispatched again, as when a filter
     * failed behind the rules, is looked up anew under the address that it goes to.
     */
    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        if (!(request.getAttribute(FOUND) instanceof HandlerExecutionChain handler)) {
            return null;
        }
        request.removeAttribute(FOUND);
        return request.getDispatcherType() == DispatcherType.REQUEST ? handler : null;
    }

    @Override
    public boolean usesPathPatterns() {
        return true;
    }
}
