package dev.slipway.gitops.impact;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.checkout.Checkout;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One revision of a small platform repository: Applications of plain manifests in three environments. */
public final class Revision {

    private static final String PLATFORM = """
            kind: Platform
            spec:
              clusters: [{name: hub, role: hub}, {name: shared}, {name: spoke}]
              environments:
                - {name: dev, cluster: shared, namespace: "{team}-dev"}
                - {name: staging, cluster: shared, namespace: "{team}-staging", promotes: {from: dev}}
                - {name: production, cluster: spoke, namespace: "{team}-prod", promotes: {from: staging}}
            """;

    private static final String ROOT = """
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: all}
            spec:
              sourceRepos: ["*"]
              destinations: [{name: "*", namespace: "*"}]
              clusterResourceWhitelist: [{group: "*", kind: "*"}]
            ---
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: root, namespace: argocd}
            spec:
              project: all
              source: {repoURL: "https://git/platform", targetRevision: main, path: applications, directory: {recurse: true}}
              destination: {name: in-cluster, namespace: argocd}
              syncPolicy: {automated: {prune: true}}
            """;

    private final Map<String, String> files = new TreeMap<>(
            Map.of("platform.yaml", PLATFORM, "bootstrap/root.yaml", ROOT, "applications/README.md", "Applications."));

    public static Revision empty() {
        return new Revision();
    }

    /** A service called checkout with these manifests in production. */
    public static Revision of(String manifests) {
        return empty().service("checkout", "production", manifests);
    }

    public Revision service(String service, String environment, String manifests) {
        return service(service, environment, "automated: {prune: true}", manifests);
    }

    public Revision service(String service, String environment, String policy, String manifests) {
        String cluster = environment.equals("production") ? "spoke" : "shared";
        String namespace = "red-" + (environment.equals("production") ? "prod" : environment);
        return application(service, environment, cluster, namespace, policy)
                .file(path(service, environment), manifests);
    }

    private static String path(String service, String environment) {
        return "deploy/" + service + "/" + environment + "/all.yaml";
    }

    public Revision application(String service, String environment, String cluster, String namespace, String policy) {
        return file("applications/" + service + "/" + environment + ".yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: %1$s-%2$s
                  labels: {slipway.dev/team: red}
                spec:
                  project: all
                  source: {repoURL: "https://git/platform", targetRevision: main, path: deploy/%1$s/%2$s}
                  destination: {name: %3$s, namespace: %4$s}
                  syncPolicy: {%5$s}
                """.formatted(
                        service, environment, cluster, namespace, policy));
    }

    public Revision file(String path, String text) {
        files.put(path, text);
        return this;
    }

    public Checkout checkout() {
        String[] pairs = files.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new);
        return Checkout.read(MemoryTree.ofTexts(pairs), Map.of());
    }

    /** What becomes of it. */
    public Impact to(Revision after) {
        Checkout one = checkout();
        Checkout other = after.checkout();
        return new ImpactAnalysis(one.placements(), other.placements()).compare(one.declared(), other.declared());
    }
}
