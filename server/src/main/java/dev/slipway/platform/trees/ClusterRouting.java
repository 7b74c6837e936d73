package dev.slipway.platform.trees;

import dev.slipway.platform.Cluster;
import dev.slipway.platform.PlatformDefinition;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * clusters/&lt;cluster&gt;/routing/platform/: the cluster's Gateway, and in the hub one ServiceEntry per spoke, whose host and
 * address are the spoke's network. The services' VirtualServices lie beside it.
 */
final class ClusterRouting {

    private ClusterRouting() {}

    static Map<String, String> files(PlatformDefinition definition, Cluster cluster) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("gateway.yaml", gateway(definition, cluster));
        if (cluster.hub()) {
            definition.clusters().stream()
                    .filter(spoke -> !spoke.hub())
                    .forEach(spoke -> files.put("spoke-" + spoke.name() + ".yaml", serviceEntry(cluster, spoke)));
        }
        return files;
    }

    private static String gateway(PlatformDefinition definition, Cluster cluster) {
        return """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata:
                  name: %s
                  namespace: %s
                spec:
                  selector:
                    istio: %s
                  servers:
                    - port:
                        number: 80
                        name: http
                        protocol: HTTP
                      hosts:
                        - "*.%s"
                """.formatted(
                        nameOf(cluster),
                        cluster.gatewayNamespace(),
                        cluster.hub() ? "ingressgateway" : "cross-network-gateway",
                        definition.domain());
    }

    private static String serviceEntry(Cluster hub, Cluster spoke) {
        return """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata:
                  name: spoke-%1$s
                  namespace: %2$s
                spec:
                  hosts:
                    - %3$s
                  location: MESH_EXTERNAL
                  resolution: DNS
                  ports:
                    - number: 80
                      name: http
                      protocol: HTTP
                  endpoints:
                    - address: %3$s
                """.formatted(spoke.name(), hub.gatewayNamespace(), spoke.network());
    }

    private static String nameOf(Cluster cluster) {
        return cluster.gateway().substring(cluster.gateway().indexOf('/') + 1);
    }
}
