package dev.slipway.delivery;

import dev.slipway.kernel.ClusterName;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/** The ready replicas behind a Service; answered from memory, for every request of the gateway. */
public interface Endpoints {

    /** Where requests to this port of this Service go; empty when nothing is ready or there is no such Service. */
    List<Endpoint> ready(ClusterName cluster, String namespace, String service, int port);

    /**
     * A ready replica.
     *
     * @param application whose it is, for measurements
     * @param labels of the pod, by which a route chooses a subset
     */
    record Endpoint(String application, String pod, InetSocketAddress address, Map<String, String> labels) {}
}
