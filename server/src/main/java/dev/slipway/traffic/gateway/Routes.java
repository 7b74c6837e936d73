package dev.slipway.traffic.gateway;

import dev.slipway.gitops.routes.Passage;
import dev.slipway.kernel.ClusterName;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The routes of one desired state, from a host to a Service; immutable. */
interface Routes {

    /**
     * @param uri path and query
     * @param headers names in lower case; asked for only when a route looks at one
     */
    Target resolve(String host, String method, String uri, Supplier<Map<String, String>> headers);

    /** Every host with where it leads, in order of host. */
    List<Host> hosts();

    /**
     * A port of a Service.
     *
     * @param subset labels that a replica must have, too; none for any replica
     */
    record Service(ClusterName cluster, String namespace, String name, int port, Map<String, String> subset) {}

    /** Where a request ends. */
    sealed interface Target {

        /** @param passage what request and answer go through on their way */
        record Leads(Service service, Passage passage) implements Target {}

        /** @param hop the step that leads nowhere, for people */
        record DeadEnd(String hop) implements Target {}

        record NoMatch() implements Target {}

        record UnknownHost() implements Target {}

        /** Git has not been read since the start. */
        record NotRead() implements Target {}
    }

    /** @param target for people: the Service, or why there is none */
    record Host(String name, String target) {}

    /** Before there is a desired state. */
    static Routes none() {
        return new Routes() {
            @Override
            public Target resolve(String host, String method, String uri, Supplier<Map<String, String>> headers) {
                return new Target.NotRead();
            }

            @Override
            public List<Host> hosts() {
                return List.of();
            }
        };
    }
}
