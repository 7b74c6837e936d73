package dev.slipway.scaffolder.manifests;

import dev.slipway.platform.Cluster;

/**
 * The Argo CD Application of a service in one environment, before its first Release: nothing is synced ({@code
 * automated.enabled: false}), the commit is the template's first, and there are no images.
 */
final class ApplicationManifest {

    private ApplicationManifest() {}

    static String of(Placement placement) {
        Cluster cluster = placement.cluster();
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: %1$s
                  namespace: argocd
                  labels:
                    slipway.dev/service: %2$s
                    slipway.dev/environment: %3$s
                    slipway.dev/team: %4$s
                spec:
                  project: %4$s-%3$s
                  source:
                    repoURL: %5$s
                    targetRevision: %6$s
                    path: deploy/overlays/%3$s
                    kustomize:
                      namespace: %7$s
                  destination:
                    name: %8$s
                    namespace: %7$s
                  syncPolicy:
                    automated:
                      enabled: false
                      prune: true
                      selfHeal: true
                    retry:
                      limit: -1
                """.formatted(
                        placement.name(),
                        placement.service(),
                        placement.environment().name(),
                        placement.team(),
                        placement.repositoryUrl(),
                        placement.commit(),
                        placement.namespace(),
                        cluster.hub() ? "in-cluster" : cluster.name());
    }
}
