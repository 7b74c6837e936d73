package dev.slipway.gitops.routes;

import java.util.List;

/** Where a request leads, and over which steps. */
public sealed interface Route {

    /** The steps taken, in order. */
    List<Hop> hops();

    /** One object that passed the request on, for example {@code VirtualService istio-ingress/shop-dev}. */
    record Hop(String cluster, String object) {}

    /** A port of a Service. */
    record Reaches(String cluster, String namespace, String service, int port, List<Hop> hops) implements Route {}

    /** Nowhere. */
    record Ends(Cause cause, String because, List<Hop> hops) implements Route {}

    /** Why a request leads nowhere. */
    enum Cause {
        /** Nothing where requests enter knows the host. */
        UNKNOWN_HOST,
        /** The host is known, no rule matches the request. */
        NO_MATCH,
        /** A rule matches, and leads to something that is not there or not understood. */
        DEAD_END
    }
}
