package dev.slipway.previews.manifests;

import dev.slipway.gitops.ContainerImages;
import dev.slipway.gitops.ReleaseEditor;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Argo CD Application of a preview. It carries the finalizer from its first commit on: without it, its workloads would
 * stay when it goes.
 */
final class PreviewApplication {

    private PreviewApplication() {}

    static String of(PreviewSite site, String file) {
        String declared = """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: %1$s
                  namespace: argocd
                  labels:
                    slipway.dev/service: "%2$s"
                    slipway.dev/team: "%3$s"
                    slipway.dev/preview: "%4$d"
                  finalizers:
                    - resources-finalizer.argocd.argoproj.io
                spec:
                  project: %3$s-previews
                  source:
                    repoURL: %5$s
                    targetRevision: HEAD
                    path: deploy/overlays/preview
                    kustomize:
                      namespace: %6$s
                  destination:
                    name: %7$s
                    namespace: %6$s
                  syncPolicy:
                    automated:
                      enabled: true
                      prune: true
                      selfHeal: true
                    retry:
                      limit: -1
                """.formatted(
                        site.name(),
                        site.service().name(),
                        site.service().team(),
                        site.number(),
                        site.definition().git().urlOf(site.service().repository()),
                        site.namespace(),
                        site.cluster().hub() ? "in-cluster" : site.cluster().name());
        Map<String, String> digests = new TreeMap<>();
        site.release().images().forEach((name, digest) -> digests.put(name, digest.value()));
        return ReleaseEditor.set(
                file,
                declared,
                site.release().commit().value(),
                digests,
                ContainerImages.standIns(digests.keySet(), site.entrance().images()));
    }
}
