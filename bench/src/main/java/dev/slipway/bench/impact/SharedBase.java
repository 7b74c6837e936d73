package dev.slipway.bench.impact;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A platform repository whose services all stand on one base, in three environments. */
final class SharedBase {

    private static final List<String> ENVIRONMENTS = List.of("dev", "staging", "production");

    private final Map<String, FileContent> files = new TreeMap<>();

    private SharedBase(int services) {
        put("platform.yaml", """
                kind: Platform
                spec:
                  clusters: [{name: hub, role: hub}]
                  environments:
                    - {name: dev, cluster: hub, namespace: "shop-dev"}
                    - {name: staging, cluster: hub, namespace: "shop-staging", promotes: {from: dev}}
                    - {name: production, cluster: hub, namespace: "shop-production", promotes: {from: staging}}
                """);
        put(
                "bootstrap/root.yaml",
                project() + "---\n" + application("root", "applications", "argocd", "directory: {recurse: true}"));
        base();
        for (int i = 0; i < services; i++) {
            for (String environment : ENVIRONMENTS) {
                service("service-" + i, environment);
            }
        }
    }

    static FileTree of(int services) {
        return MemoryTree.of(new SharedBase(services).files);
    }

    /** With another limit of memory and another probe in the base. */
    static FileTree changed(int services) {
        SharedBase base = new SharedBase(services);
        String deployment = base.text("base/deployment.yaml");
        base.put("base/deployment.yaml", deployment.replace("512Mi", "256Mi").replace("/ready", "/healthy"));
        return MemoryTree.of(base.files);
    }

    /** With another value in one overlay. */
    static FileTree touched(int services) {
        SharedBase base = new SharedBase(services);
        String file = "deploy/service-0/production/kustomization.yaml";
        base.put(file, base.text(file).replace("LEVEL=warn", "LEVEL=debug"));
        return MemoryTree.of(base.files);
    }

    private void put(String path, String text) {
        files.put(path, FileContent.text(text));
    }

    private String text(String path) {
        return Objects.requireNonNull(files.get(path)).text();
    }

    private static String project() {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: all}
                spec: {sourceRepos: ["*"], destinations: [{name: "*", namespace: "*"}]}
                """;
    }

    private static String application(String name, String path, String namespace, String how) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: %s}
                spec:
                  project: all
                  source: {repoURL: "https://git/platform", targetRevision: main, path: %s, %s}
                  destination: {name: in-cluster, namespace: %s}
                  syncPolicy: {automated: {prune: true}}
                """.formatted(name, path, how, namespace);
    }

    private void service(String name, String environment) {
        String path = "deploy/" + name + "/" + environment;
        put(
                "applications/" + name + "/" + environment + ".yaml",
                application(
                        name + "-" + environment,
                        path,
                        "shop-" + environment,
                        "kustomize: {namespace: shop-" + environment + "}"));
        put(path + "/kustomization.yaml", """
                resources: [../../../base]
                namePrefix: %1$s-
                labels: [{pairs: {app: %1$s}, includeSelectors: true}]
                images: [{name: app, newName: registry.example/%1$s, newTag: "1.0"}]
                replicas: [{name: app, count: 3}]
                configMapGenerator: [{name: settings, behavior: merge, literals: [LEVEL=warn, ENVIRONMENT=%2$s]}]
                """.formatted(name, environment));
    }

    private void base() {
        put("base/kustomization.yaml", """
                resources: [deployment.yaml, service.yaml, budget.yaml]
                configMapGenerator: [{name: settings, literals: [LEVEL=info, REGION=eu]}]
                """);
        put("base/service.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: app}
                spec: {ports: [{name: http, port: 80, targetPort: http}]}
                """);
        put("base/budget.yaml", """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: app}
                spec: {minAvailable: 1}
                """);
        put("base/deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: app}
                spec:
                  template:
                    spec:
                      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                      containers:
                        - name: app
                          image: app
                          ports: [{name: http, containerPort: 8080}]
                          envFrom: [{configMapRef: {name: settings}}]
                          env: [{name: REGION, value: eu}]
                          readinessProbe: {httpGet: {path: /ready, port: http}, periodSeconds: 5}
                          livenessProbe: {httpGet: {path: /live, port: http}}
                          resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 512Mi}}
                          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                """);
    }
}
