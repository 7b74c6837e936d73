package dev.slipway.bench.desiredstate;

import dev.slipway.kernel.RepositoryRef;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A platform repository that holds everything of many services: their bases and overlays, and an Application for each. */
final class Monorepo {

    static final List<String> ENVIRONMENTS = List.of("dev", "staging", "production");
    static final RepositoryRef REPOSITORY = new RepositoryRef("acme", "platform");
    static final String URL = "http://git.example/acme/platform.git";

    private static final String APPLICATION = """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata:
              name: %1$s
              namespace: argocd
              labels: {slipway.dev/service: %2$s, slipway.dev/environment: %3$s, slipway.dev/team: red}
            spec:
              project: %4$s
              source:
                repoURL: %5$s
                targetRevision: main
                path: %6$s
            %7$s
              destination: {name: %8$s, namespace: %9$s}
              syncPolicy: {automated: {enabled: true, prune: true, selfHeal: true}, retry: {limit: -1}}
            """;

    private static final String PROJECT = """
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: %s, namespace: argocd}
            spec:
              sourceRepos: ["%s"]
              destinations: [{name: "%s", namespace: "%s"}]
              clusterResourceWhitelist: [{group: "*", kind: "*"}]
            """;

    private static final String GATEWAY = """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: gateway, namespace: istio}
            spec:
              selector: {istio: gateway}
              servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
            """;

    private Monorepo() {}

    /** Writes it as the only commit of main into a bare repository, by Git itself. */
    static void write(Path repository, int services) throws IOException, InterruptedException {
        write(repository, services, false);
    }

    /** @param routed whether each service has a host in each environment, which its cluster's Gateway leads to it */
    static void write(Path repository, int services, boolean routed) throws IOException, InterruptedException {
        Files.createDirectories(repository);
        run(repository, "git", "init", "-q", "--bare", "-b", "main");
        Process process = new ProcessBuilder("git", "fast-import", "--quiet")
                .directory(repository.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream out = new BufferedOutputStream(process.getOutputStream())) {
            text(out, "commit refs/heads/main\ncommitter Bench <bench@example.org> 1700000000 +0000\ndata 5\nstart");
            text(out, "\n");
            file(out, "bootstrap/root.yaml", root());
            for (String environment : ENVIRONMENTS) {
                file(
                        out,
                        "projects/red-" + environment + ".yaml",
                        PROJECT.formatted("red-" + environment, URL, cluster(environment), "red-" + environment));
            }
            for (int i = 0; i < services; i++) {
                service(out, "service-" + i, routed);
            }
            if (routed) {
                file(out, "applications/gateways.yaml", gateways());
                file(out, "gateways/gateway.yaml", GATEWAY);
            }
        }
        process.waitFor();
    }

    private static String route(String service, String environment) {
        return """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: %1$s}
                spec:
                  hosts: [%1$s.%2$s.localhost]
                  gateways: [istio/gateway]
                  http: [{route: [{destination: {host: %1$s, port: {number: 80}}}]}]
                """.formatted(service, environment);
    }

    private static String gateways() {
        return String.join(
                "---\n",
                List.of("shared", "spoke").stream()
                        .map(cluster -> APPLICATION.formatted(
                                "gateways-" + cluster,
                                "none",
                                "none",
                                "slipway",
                                URL,
                                "gateways",
                                "    directory: {}",
                                cluster,
                                "istio"))
                        .toList());
    }

    private static void service(OutputStream out, String name, boolean routed) throws IOException {
        file(out, "services/" + name + "/base/kustomization.yaml", """
                resources: [deployment.yaml, service.yaml, account.yaml]
                configMapGenerator:
                - name: settings
                  literals: [LEVEL=info, REGION=eu]
                labels:
                - pairs: {app.kubernetes.io/name: %1$s, app.kubernetes.io/part-of: shop}
                  includeSelectors: true
                """.formatted(name));
        file(out, "services/" + name + "/base/deployment.yaml", deployment(name, 5));
        file(out, "services/" + name + "/base/service.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s}
                spec: {selector: {app: %1$s}, ports: [{name: http, port: 80, targetPort: http}]}
                """.formatted(name));
        file(out, "services/" + name + "/base/account.yaml", """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: %1$s}
                automountServiceAccountToken: false
                """.formatted(name));
        for (String environment : ENVIRONMENTS) {
            String overlay = "services/" + name + "/overlays/" + environment;
            file(out, overlay + "/kustomization.yaml", """
                    resources: [../../base%3$s]
                    replicas: [{name: %1$s, count: 3}]
                    configMapGenerator:
                    - name: settings
                      behavior: merge
                      literals: [LEVEL=warn, ENVIRONMENT=%2$s]
                    """.formatted(name, environment, routed ? ", route.yaml" : ""));
            if (routed) {
                file(out, overlay + "/route.yaml", route(name, environment));
            }
            file(out, applicationFile(name, environment), application(name, environment, name.hashCode()));
        }
    }

    static String applicationFile(String service, String environment) {
        return "applications/" + service + "/" + environment + ".yaml";
    }

    /** @param release makes the digest of its image */
    static String application(String service, String environment, int release) {
        return APPLICATION.formatted(
                service + "-" + environment,
                service,
                environment,
                "red-" + environment,
                URL,
                "services/" + service + "/overlays/" + environment,
                "    kustomize: {namespace: red-%s, images: [\"registry.example/%s@sha256:%064x\"]}"
                        .formatted(environment, service, release & 0xFFFFFFL),
                cluster(environment),
                "red-" + environment);
    }

    static String deployment(String name, int period) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s}
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
                        - configMapRef: {name: settings}
                        readinessProbe: {httpGet: {path: /ready, port: http}, periodSeconds: %2$d}
                        livenessProbe: {httpGet: {path: /live, port: http}}
                        resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 512Mi}}
                        securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                """.formatted(name, period);
    }

    private static String root() {
        return PROJECT.formatted("slipway", URL, "*", "*") + "---\n" + appOfApps("projects") + "---\n"
                + appOfApps("applications");
    }

    private static String appOfApps(String path) {
        return APPLICATION.formatted(
                "slipway-" + path,
                "none",
                "none",
                "slipway",
                URL,
                path,
                "    directory: {recurse: true}",
                "in-cluster",
                "argocd");
    }

    private static String cluster(String environment) {
        return environment.equals("production") ? "spoke" : "shared";
    }

    private static void file(OutputStream out, String path, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        text(out, "M 100644 inline " + path + "\ndata " + bytes.length + "\n");
        out.write(bytes);
        text(out, "\n");
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void run(Path directory, String... command) throws IOException, InterruptedException {
        new ProcessBuilder(command)
                .directory(directory.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
