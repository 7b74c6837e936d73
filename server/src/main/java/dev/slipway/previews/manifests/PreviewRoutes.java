package dev.slipway.previews.manifests;

import dev.slipway.platform.Cluster;

/**
 * How requests reach a preview: the hub routes its host to the network of the previews' cluster, which routes it to the
 * Service. No answer may be kept by a search engine.
 */
final class PreviewRoutes {

    private static final int GATEWAY_PORT = 80;

    private PreviewRoutes() {}

    /** In the hub, to the ServiceEntry of the previews' cluster. */
    static String hub(PreviewSite site) {
        Cluster hub = site.definition().hub();
        return virtualService(
                site, hub, hub.gatewayNamespace(), String.valueOf(site.cluster().network()), GATEWAY_PORT);
    }

    /** In the previews' cluster, to the Service. */
    static String spoke(PreviewSite site) {
        String service = site.entrance().service() + "." + site.namespace() + ".svc.cluster.local";
        return virtualService(
                site, site.cluster(), site.namespace(), service, site.entrance().port());
    }

    private static String virtualService(
            PreviewSite site, Cluster cluster, String namespace, String destination, int port) {
        return """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata:
                  name: %1$s
                  namespace: %2$s
                  labels:
                    slipway.dev/service: "%3$s"
                    slipway.dev/preview: "%4$d"
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
                      headers:
                        response:
                          set:
                            X-Robots-Tag: noindex
                """.formatted(
                        site.name(),
                        namespace,
                        site.service().name(),
                        site.number(),
                        site.host(),
                        cluster.gateway(),
                        destination,
                        port);
    }
}
