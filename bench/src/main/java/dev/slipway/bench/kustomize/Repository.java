package dev.slipway.bench.kustomize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Services with a base and an overlay per environment, as golden paths write them. */
final class Repository {
    private static final List<String> ENVIRONMENTS = List.of("dev", "staging", "production");

    private final Path root;
    private final List<String> overlays = new ArrayList<>();

    Repository(Path root, int services) throws IOException {
        this.root = root;
        StringBuilder all = new StringBuilder("resources:\n");
        for (int i = 0; i < services; i++) {
            service("service-" + i);
            all.append("- ../service-").append(i).append("/overlays/production\n");
        }
        write("everything/kustomization.yaml", all.toString());
    }

    /** One kustomization over the production overlays of all services. */
    String everything() {
        return "everything";
    }

    Path root() {
        return root;
    }

    /** Paths of what is rendered. */
    List<String> overlays() {
        return overlays;
    }

    private void service(String name) throws IOException {
        write(name + "/base/kustomization.yaml", """
                resources: [deployment.yaml, service.yaml, account.yaml]
                configMapGenerator:
                - name: %1$s-settings
                  literals: [LEVEL=info, REGION=eu]
                labels:
                - pairs: {app.kubernetes.io/name: %1$s, app.kubernetes.io/part-of: shop}
                  includeSelectors: true
                """.formatted(name));
        write(name + "/base/deployment.yaml", deployment(name));
        write(name + "/base/service.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s}
                spec:
                  selector: {app: %1$s}
                  ports:
                  - {name: http, port: 80, targetPort: http}
                """.formatted(name));
        write(name + "/base/account.yaml", """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: %1$s}
                automountServiceAccountToken: false
                """.formatted(name));
        for (String environment : ENVIRONMENTS) {
            overlay(name, environment);
        }
    }

    private void overlay(String name, String environment) throws IOException {
        String path = name + "/overlays/" + environment;
        write(path + "/kustomization.yaml", """
                resources: [../../base, disruption.yaml]
                namespace: shop-%2$s
                patches: [{path: resources.yaml}]
                images: [{name: registry.example/%1$s, digest: "sha256:%3$064x"}]
                replicas: [{name: %1$s, count: 3}]
                configMapGenerator:
                - name: %1$s-settings
                  behavior: merge
                  literals: [LEVEL=warn, ENVIRONMENT=%2$s]
                """.formatted(name, environment, name.hashCode() & 0xFFFFFF));
        write(path + "/resources.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s}
                spec:
                  template:
                    spec:
                      containers:
                      - name: app
                        resources: {requests: {cpu: 250m, memory: 256Mi}, limits: {memory: 512Mi}}
                """.formatted(name));
        write(path + "/disruption.yaml", """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: %1$s}
                spec: {minAvailable: 1, selector: {matchLabels: {app: %1$s}}}
                """.formatted(name));
        overlays.add(path);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String deployment(String name) {
        return """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: %1$s
            spec:
              selector:
                matchLabels: {app: %1$s}
              template:
                metadata:
                  labels: {app: %1$s}
                spec:
                  serviceAccountName: %1$s
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - name: app
                    image: registry.example/%1$s
                    ports:
                    - {name: http, containerPort: 8080}
                    envFrom:
                    - configMapRef: {name: %1$s-settings}
                    env:
                    - {name: SERVICE, value: %1$s}
                    readinessProbe: {httpGet: {path: /ready, port: http}, periodSeconds: 5}
                    livenessProbe: {httpGet: {path: /live, port: http}}
                    resources: {requests: {cpu: 100m, memory: 128Mi}}
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """.formatted(name);
    }
}
