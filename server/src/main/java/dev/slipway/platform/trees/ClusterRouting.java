package dev.slipway.platform.trees;

import dev.slipway.platform.Cluster;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PreviewRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * clusters/&lt;cluster&gt;/routing/platform/: the cluster's Gateway, and in the hub one ServiceEntry per spoke, whose host and
 * address are the spoke's network, and the one route of all previews. The services' VirtualServices lie beside it.
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
            definition.clusters().stream()
                    .filter(spoke -> !spoke.hub() && isForPreviews(definition, spoke))
                    .forEach(spoke -> files.put(
                            "previews.yaml", previews(cluster, spoke, Objects.requireNonNull(definition.previews()))));
        }
        return files;
    }

    private static boolean isForPreviews(PlatformDefinition definition, Cluster cluster) {
        PreviewRules rules = definition.previews();
        return rules != null && rules.cluster().equals(cluster.name());
    }

    /** The only route of previews in the hub: which of them there are, the previews' cluster knows. */
    private static String previews(Cluster hub, Cluster spoke, PreviewRules rules) {
        return """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata:
                  name: previews
                  namespace: %1$s
                  labels:
                    slipway.dev/previews: "true"
                spec:
                  hosts:
                    - "%2$s"
                  gateways:
                    - %3$s
                  http:
                    - match:
                        - authority:
                            regex: '%4$s'
                      route:
                        - destination:
                            host: %5$s
                            port:
                              number: 80
                      headers:
                        response:
                          set:
                            X-Robots-Tag: noindex
                """.formatted(hub.gatewayNamespace(), rules.hosts(), hub.gateway(), rules.authority(), spoke.network());
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
