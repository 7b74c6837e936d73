package dev.slipway.gitops.routes;

import dev.slipway.gitops.routes.rule.HttpRoute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a VirtualService's {@code http} as it applies to a host.
 *
 * @param hops the VirtualService, and the one that it delegates to
 * @param namespace that short names of Services mean
 * @param obstacle why requests that take it end; null when they do not
 */
record Rule(
        List<Route.Hop> hops,
        String namespace,
        HttpRoute route,
        @Nullable Obstacle obstacle) {

    /** Why and where requests end. */
    record Obstacle(Route.Cause cause, String because, Route.Hop at) {}

    Rule {
        hops = List.copyOf(hops);
    }
}
