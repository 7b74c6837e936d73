package dev.slipway.platform.trees;

import dev.slipway.platform.Cluster;
import dev.slipway.platform.PlatformDefinition;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * bootstrap/: the AppProject {@code slipway} and the Applications from which everything else is reached (Argo CD's app of
 * apps pattern). root.yaml is the one thing that is applied by hand; Argo CD runs in the hub, {@code in-cluster}.
 */
final class Bootstrap {

    private Bootstrap() {}

    static Map<String, String> files(PlatformDefinition definition) {
        String url = definition.git().urlOf(definition.repository());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("root.yaml", root(url));
        definition.clusters().forEach(cluster -> files.put(cluster.name() + ".yaml", cluster(cluster, url)));
        return files;
    }

    private static String root(String url) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata:
                  name: slipway
                  namespace: argocd
                spec:
                  description: What the platform itself consists of
                  sourceRepos:
                    - %1$s
                  destinations:
                    - name: "*"
                      namespace: "*"
                  clusterResourceWhitelist:
                    - group: "*"
                      kind: "*"
                ---
                %2$s---
                %3$s---
                %4$s""".formatted(
                        url,
                        appOfApps("slipway-bootstrap", url, "bootstrap", "exclude: root.yaml"),
                        appOfApps("slipway-projects", url, "projects", "recurse: true"),
                        appOfApps("slipway-applications", url, "applications", "recurse: true"));
    }

    private static String appOfApps(String name, String url, String path, String directory) {
        return application(name, url, path, directory, "in-cluster", "argocd");
    }

    private static String cluster(Cluster cluster, String url) {
        String destination = cluster.hub() ? "in-cluster" : cluster.name().value();
        return application(
                "cluster-" + cluster.name(),
                url,
                "clusters/" + cluster.name(),
                "recurse: true",
                destination,
                "default");
    }

    private static String application(
            String name, String url, String path, String directory, String destination, String namespace) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: %s
                  namespace: argocd
                spec:
                  project: slipway
                  source:
                    repoURL: %s
                    targetRevision: main
                    path: %s
                    directory:
                      %s
                  destination:
                    name: %s
                    namespace: %s
                  syncPolicy:
                    automated:
                      enabled: true
                      prune: true
                      selfHeal: true
                    retry:
                      limit: -1
                """.formatted(name, url, path, directory, destination, namespace);
    }
}
