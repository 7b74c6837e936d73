package dev.slipway.traffic.front;

import dev.slipway.gitops.routes.Passage;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** SPI: what is behind the hosts that are not the portal's. Called on event loops: answers from memory, never blocks. */
public interface Workloads {

    /**
     * @param uri path and query as they were sent
     * @param headers names in lower case, several values joined by commas; made only when a route asks for them
     */
    Destination find(String host, String method, String uri, Supplier<Map<String, String>> headers);

    /**
     * A request to a workload has ended.
     *
     * @param status of the answer; 502 and 504 where the workload gave none
     */
    void served(String application, int status, Duration latency);

    /** Where a request goes. */
    sealed interface Destination {

        /**
         * To one of these replicas, in this order of preference.
         *
         * @param application whose they are
         * @param passage what request and answer go through on their way
         */
        record Replicas(String application, List<InetSocketAddress> addresses, Passage passage) implements Destination {
            public Replicas {
                addresses = List.copyOf(addresses);
            }
        }

        /**
         * There is a route, and nothing ready at its end.
         *
         * @param application whose it is; empty when the route does not reach one
         * @param hop which step of the route has nothing ready, for people
         */
        record NothingReady(String application, String hop) implements Destination {}

        /** No route has this host. */
        record UnknownHost() implements Destination {}

        /** There are routes for this host, none for this path or method. */
        record NoMatch() implements Destination {}

        /** Which hosts there are is not known yet. */
        record Starting() implements Destination {}
    }

    /** Before there is a platform. */
    static Workloads none() {
        return new Workloads() {
            @Override
            public Destination find(String host, String method, String uri, Supplier<Map<String, String>> headers) {
                return new Destination.Starting();
            }

            @Override
            public void served(String application, int status, Duration latency) {}
        };
    }
}
