package dev.slipway.gitops.routes.explain;

import dev.slipway.gitops.routes.Route;
import dev.slipway.gitops.routes.Route.Hop;
import dev.slipway.gitops.routes.RouteProblem;
import java.util.Optional;

/** A finding without its place, which takes reading files to find. */
record RouteSuspicion(Hop at, String what, String expected, String next, boolean certain) {

    private static final String ENDS_HERE = "Requests that take this route end here.";

    static RouteSuspicion of(RouteProblem problem) {
        return new RouteSuspicion(
                problem.at(), problem.what(), problem.expected(), problem.blocks() ? ENDS_HERE : "", problem.blocks());
    }

    /** Some other entrance than the one that is known may lead on. */
    static RouteSuspicion doubt(Route.Ends ends) {
        return of(ends.cause(), ends, false);
    }

    /**
     * Empty for what depends on the request or on what runs now, and for what is a {@link RouteProblem} as well.
     *
     * @param complete whether a Service that is missing can come from nowhere else
     */
    static Optional<RouteSuspicion> of(Route.Ends ends, boolean complete) {
        return switch (ends.cause()) {
            case NO_CLUSTER,
                    LOOP,
                    NO_GATEWAY,
                    HOST_NOT_SERVED,
                    NO_VIRTUAL_SERVICE,
                    NOT_BOUND,
                    NO_WEIGHT,
                    NO_SERVICE_ENTRY,
                    UNKNOWN_NETWORK,
                    NO_PORT,
                    NO_SUBSET -> Optional.of(of(ends.cause(), ends, true));
            case NO_SERVICE -> Optional.of(of(ends.cause(), ends, complete));
            case NOT_ADMITTED, SELECTS_NOTHING -> Optional.of(of(ends.cause(), ends, false));
            case NO_MATCH, SHADOWED, NOT_BEHIND_PATTERN, NOT_UNDERSTOOD, DELEGATE_MISSING, NOTHING_READY, NOT_SEEN ->
                Optional.empty();
        };
    }

    private static RouteSuspicion of(Route.Cause cause, Route.Ends ends, boolean certain) {
        return new RouteSuspicion(ends.at(), "A route ends: " + ends.because() + ".", "", NextSteps.of(cause), certain);
    }

    /** The same whatever line it stands in. */
    String key() {
        return at.cluster() + " " + at.object() + " " + what;
    }
}
