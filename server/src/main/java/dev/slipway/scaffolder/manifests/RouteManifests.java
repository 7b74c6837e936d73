package dev.slipway.scaffolder.manifests;

import dev.slipway.platform.Cluster;

/**
 * How requests reach a service: the hub's VirtualService routes its host to the network of its cluster, whose VirtualService
 * routes it to the Service. In the hub itself one step is enough.
 */
final class RouteManifests {

    private static final int SERVICE_PORT = 80;

    private RouteManifests() {}

    /** In the hub, to the ServiceEntry of the service's cluster. */
    static String hub(Placement placement) {
        Cluster hub = placement.definition().hub();
        return virtualService(
                placement.name(),
                hub.gatewayNamespace(),
                placement,
                hub,
                String.valueOf(placement.cluster().network()));
    }

    /** In the service's own cluster, to its Service. */
    static String spoke(Placement placement) {
        String service = placement.service() + "." + placement.namespace() + ".svc.cluster.local";
        return virtualService(placement.name(), placement.namespace(), placement, placement.cluster(), service);
    }

    private static String virtualService(
            String name, String namespace, Placement placement, Cluster cluster, String destination) {
        return """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata:
                  name: %1$s
                  namespace: %2$s
                  labels:
                    slipway.dev/service: %3$s
                    slipway.dev/environment: %4$s
                spec:
                  hosts:
                    - %5$s
                  gateways:
                    - %6$s
                  http:
                    - route:
                        - destination:
                            host: %7$s
                            port:
                              number: %8$d
                """.formatted(
                        name,
                        namespace,
                        placement.service(),
                        placement.environment().name(),
                        placement.host(),
                        cluster.gateway(),
                        destination,
                        SERVICE_PORT);
    }
}
