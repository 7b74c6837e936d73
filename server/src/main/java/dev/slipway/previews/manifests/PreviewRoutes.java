package dev.slipway.previews.manifests;

/**
 * How requests reach a preview: the hub sends the hosts of all previews to their cluster, which has one route for each. No
 * answer may be kept by a search engine.
 */
final class PreviewRoutes {

    private PreviewRoutes() {}

    /** In the previews' cluster, to the Service. */
    static String of(PreviewSite site) {
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
                            host: %7$s.%2$s.svc.cluster.local
                            port:
                              number: %8$d
                      headers:
                        response:
                          set:
                            X-Robots-Tag: noindex
                """.formatted(
                        site.name(),
                        site.namespace(),
                        site.service().name(),
                        site.number(),
                        site.host(),
                        site.cluster().gateway(),
                        site.entrance().service(),
                        site.entrance().port());
    }
}
