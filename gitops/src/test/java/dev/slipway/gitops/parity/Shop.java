package dev.slipway.gitops.parity;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.parity.dependencies.Declaration;
import dev.slipway.gitops.parity.dependencies.DependenciesReader;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.Resources;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A service in one environment, as it is unless a test says otherwise. */
record Shop(String environment, String manifests, String around, String dependencies) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final String NONE = """
            apiVersion: slipway.dev/v1
            kind: Dependencies
            metadata: {name: shop}
            spec:
              dependencies: []
            """;

    static Shop in(String environment) {
        return new Shop(environment, """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: shop}}
                  template:
                    metadata: {labels: {app: shop}}
                    spec:
                      securityContext: {runAsNonRoot: true}
                      containers:
                        - name: app
                          image: shop:1
                          args: [--port, "8080"]
                          ports: [{name: http, containerPort: 8080}]
                          env:
                            - {name: GREETING, value: hello}
                            - name: PASSWORD
                              valueFrom: {secretKeyRef: {name: database, key: password}}
                          readinessProbe:
                            httpGet: {path: /ready, port: http}
                          volumeMounts: [{name: tmp, mountPath: /tmp}]
                          resources: {requests: {cpu: 50m}}
                      volumes: [{name: tmp, emptyDir: {}}]
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: shop}
                spec:
                  selector: {app: shop}
                  ports: [{name: http, port: 80, targetPort: http}]
                """, """
                apiVersion: v1
                kind: Namespace
                metadata: {name: red-%1$s, labels: {pod-security.kubernetes.io/enforce: restricted}}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: walls, namespace: red-%1$s}
                spec:
                  podSelector: {}
                  ingress: [{from: [{podSelector: {}}]}]
                ---
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: quota, namespace: red-%1$s}
                spec: {hard: {pods: "50"}}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: red-shop-%1$s, namespace: red-%1$s}
                spec:
                  hosts: [shop-%1$s.example.com]
                  gateways: [istio/cross]
                  http:
                    - route: [{destination: {host: shop.red-%1$s.svc.cluster.local, port: {number: 80}}}]
                """.formatted(environment), NONE);
    }

    /** The manifests with one text in place of another, which must be there. */
    Shop with(String text, String replacement) {
        if (!(manifests + around).contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return new Shop(
                environment, manifests.replace(text, replacement), around.replace(text, replacement), dependencies);
    }

    Shop plus(String object) {
        return new Shop(environment, manifests + "---\n" + object, around, dependencies);
    }

    Shop calling(String file) {
        return new Shop(environment, manifests, around, file);
    }

    Side side() {
        Declaration declaration = DependenciesReader.read(
                dependencies.isEmpty()
                        ? MemoryTree.ofTexts()
                        : MemoryTree.ofTexts("deploy/dependencies.yaml", dependencies),
                "deploy/overlays/" + environment);
        return new Side.Known(
                environment,
                "red-" + environment,
                Set.of("shop-" + environment + ".example.com"),
                new Manifests(parse(manifests), parse(around)),
                declaration);
    }

    private static List<Resource> parse(String text) {
        return Resources.parse("manifests.yaml", text);
    }

    static Comparison compare(Shop left, Shop right) {
        return compare(ParityRules.STANDARD, left, right);
    }

    static Comparison compare(ParityRules rules, Shop left, Shop right) {
        return new Parity(rules, TODAY).compare("shop", left.side(), right.side());
    }

    static TermResult term(Term term, Comparison comparison) {
        return comparison.terms().stream()
                .filter(each -> each.term() == term)
                .findFirst()
                .orElseThrow();
    }
}
