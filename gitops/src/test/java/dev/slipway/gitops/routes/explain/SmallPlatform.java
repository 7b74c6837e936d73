package dev.slipway.gitops.routes.explain;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.checkout.Checkout;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A platform repository with a hub, one spoke and one service, and every way to break it. */
final class SmallPlatform {

    static final String OWN = "https://git.example/acme/platform";
    static final String SHOP = "https://git.example/acme/shop";

    private final Map<String, String> platform = new TreeMap<>();
    private final Map<String, String> shop = new TreeMap<>();

    SmallPlatform() {
        platform.put("platform.yaml", """
                kind: Platform
                spec:
                  clusters:
                    - {name: hub, role: hub, gateway: istio/main}
                    - {name: dev, network: dev.internal, gateway: istio/cross}
                """);
        platform.put("bootstrap/root.yaml", application("root", "hub", "istio", OWN, "clusters/hub"));
        platform.put("clusters/hub/dev.yaml", application("dev", "dev", "istio", OWN, "clusters/dev"));
        platform.put("clusters/hub/shop-dev.yaml", application("shop-dev", "dev", "red-dev", SHOP, "deploy"));
        platform.put("clusters/hub/gateway.yaml", gateway("main"));
        platform.put("clusters/dev/gateway.yaml", gateway("cross"));
        platform.put("clusters/hub/entry.yaml", """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: spoke-dev, namespace: istio}
                spec:
                  hosts: [dev.internal]
                  resolution: DNS
                  ports:
                    - {number: 80, name: http, protocol: HTTP}
                  endpoints:
                    - address: dev.internal
                """);
        platform.put("clusters/hub/shop.yaml", virtualService("istio", "istio/main", "dev.internal"));
        platform.put(
                "clusters/dev/shop.yaml", virtualService("red-dev", "istio/cross", "shop.red-dev.svc.cluster.local"));
        shop.put("deploy/kustomization.yaml", "resources: [service.yaml, deployment.yaml]\n");
        shop.put("deploy/service.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: shop}
                spec:
                  selector: {app: shop}
                  ports:
                    - port: 80
                      targetPort: http
                """);
        shop.put("deploy/deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: shop}}
                  template:
                    metadata: {labels: {app: shop}}
                    spec:
                      containers:
                        - name: shop
                          image: shop
                          ports: [{name: http, containerPort: 8080}]
                """);
    }

    private static String application(String name, String cluster, String namespace, String repository, String path) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: %s, namespace: argocd}
                spec:
                  project: default
                  source: {repoURL: %s, targetRevision: main, path: %s}
                  destination: {name: %s, namespace: %s}
                """.formatted(name, repository, path, cluster, namespace)
                .replace(path + "}", path + (path.equals("deploy") ? ", kustomize: {namespace: red-dev}}" : "}"));
    }

    private static String gateway(String name) {
        return """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: %s, namespace: istio}
                spec:
                  servers:
                    - port: {number: 80, name: http, protocol: HTTP}
                      hosts:
                        - "*.localhost"
                """.formatted(name);
    }

    static String virtualService(String namespace, String gateway, String destination) {
        return """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata:
                  name: shop
                  namespace: %s
                spec:
                  hosts:
                    - shop.localhost
                  gateways:
                    - %s
                  http:
                    - route:
                        - destination:
                            host: %s
                            port: {number: 80}
                """.formatted(namespace, gateway, destination);
    }

    SmallPlatform replace(String file, String before, String after) {
        Map<String, String> files = files(file);
        String text = files.get(file);
        if (text == null || !text.contains(before)) {
            throw new IllegalArgumentException(file + " has no " + before);
        }
        files.put(file, text.replace(before, after));
        return this;
    }

    SmallPlatform put(String file, String text) {
        files(file).put(file, text);
        return this;
    }

    SmallPlatform without(String file) {
        files(file).remove(file);
        return this;
    }

    private Map<String, String> files(String file) {
        return file.startsWith("deploy/") ? shop : platform;
    }

    PlatformRoutes routes() {
        return CheckoutRoutes.of(Checkout.read(tree(platform), Map.of(SHOP, tree(shop))));
    }

    Declared declared() {
        return Checkout.read(tree(platform), Map.of(SHOP, tree(shop))).declared();
    }

    PlatformRoutes routesWithoutTheService() {
        return CheckoutRoutes.of(Checkout.read(tree(platform), Map.of()));
    }

    private static MemoryTree tree(Map<String, String> files) {
        return MemoryTree.ofTexts(files.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new));
    }
}
