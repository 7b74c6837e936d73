package dev.slipway.gitops.routes;

import java.util.List;
import java.util.Map;

/** Where a request leads, and over which steps. */
public sealed interface Route {

    /** The steps taken, in order. */
    List<Hop> hops();

    /**
     * One object that passed the request on.
     *
     * @param pointer JSON pointer (RFC 6901) to what of it did; empty for all of it
     */
    record Hop(String cluster, String kind, String namespace, String name, String pointer) {

        /** For example {@code VirtualService istio-ingress/shop-dev}. */
        public String object() {
            return kind + " " + namespace + "/" + name;
        }

        /** Something else of the same object. */
        public Hop at(String other) {
            return new Hop(cluster, kind, namespace, name, other);
        }
    }

    /**
     * A port of a Service.
     *
     * @param subset labels that a replica must have, too; none for any replica
     * @param passage what the request and its answer go through
     */
    record Reaches(
            String cluster,
            String namespace,
            String service,
            int port,
            Map<String, String> subset,
            Passage passage,
            List<Hop> hops)
            implements Route {}

    /**
     * Nowhere.
     *
     * @param at the object, and what of it, that lets it end
     */
    record Ends(Cause cause, String because, Hop at, List<Hop> hops) implements Route {

        /** What a client is told. */
        public Answer answer() {
            boolean entrance =
                    hops.isEmpty() || at.cluster().equals(hops.getFirst().cluster());
            return switch (cause) {
                case NO_MATCH, SHADOWED -> Answer.NO_MATCH;
                case NOT_BEHIND_PATTERN -> Answer.UNKNOWN_HOST;
                case NO_GATEWAY, HOST_NOT_SERVED, NO_VIRTUAL_SERVICE, NOT_BOUND, NOT_ADMITTED ->
                    entrance ? Answer.UNKNOWN_HOST : Answer.DEAD_END;
                case NO_CLUSTER,
                        LOOP,
                        NOT_UNDERSTOOD,
                        DELEGATE_MISSING,
                        NO_WEIGHT,
                        NO_SERVICE_ENTRY,
                        UNKNOWN_NETWORK,
                        NO_PORT,
                        NO_SUBSET,
                        NO_SERVICE,
                        SELECTS_NOTHING,
                        NOTHING_READY,
                        NOT_SEEN -> Answer.DEAD_END;
            };
        }
    }

    /** What a client is told where a request leads nowhere. */
    enum Answer {
        /** Nothing where requests enter knows the host by its name, and nothing behind a pattern that it fits does. */
        UNKNOWN_HOST,
        /** The host is known, no rule matches the request. */
        NO_MATCH,
        /** A rule matches, and leads to something that is not there or not understood. */
        DEAD_END
    }

    /** Why a request leads nowhere. */
    enum Cause {
        NO_CLUSTER,
        /** It comes back to a cluster that it has passed. */
        LOOP,
        NO_GATEWAY,
        HOST_NOT_SERVED,
        NO_VIRTUAL_SERVICE,
        /** Another cluster sends on every host of a pattern, and the one that they lead to does not have this one. */
        NOT_BEHIND_PATTERN,
        /** A VirtualService has the host, and is not bound to the gateway. */
        NOT_BOUND,
        /** The Gateway takes routes for the host from other namespaces only. */
        NOT_ADMITTED,
        NO_MATCH,
        /** No rule matches, but one of a VirtualService that a more specific host hides would. */
        SHADOWED,
        NOT_UNDERSTOOD,
        DELEGATE_MISSING,
        /** All destinations have weight 0. */
        NO_WEIGHT,
        NO_SERVICE_ENTRY,
        /** A ServiceEntry leads to an address that is no cluster's network. */
        UNKNOWN_NETWORK,
        NO_PORT,
        NO_SUBSET,
        NO_SERVICE,
        SELECTS_NOTHING,
        NOTHING_READY,
        /** It goes on in manifests that are not at hand. */
        NOT_SEEN
    }
}
