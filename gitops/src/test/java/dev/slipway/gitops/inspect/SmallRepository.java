package dev.slipway.gitops.inspect;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.inspect.Inspection.InspectedApplication;
import java.util.Map;

/** What the repositories of these tests are made of, and what an inspection says of them. */
final class SmallRepository {

    /** A Deployment and its route, once formatted with their name. */
    static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %1$s}
            spec:
              template: {spec: {containers: [{name: app, image: "r.example/%1$s:1.0"}]}}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: %1$s}
            spec: {hostnames: ["%1$s.example.com"]}
            """;

    private SmallRepository() {}

    static Inspection inspect(String... pathsAndTexts) {
        return Inspector.inspect(Checkout.read(MemoryTree.ofTexts(pathsAndTexts), Map.of()));
    }

    /** Name, service, environment and rule of each Application. */
    static String belongings(Inspection inspection) {
        StringBuilder all = new StringBuilder();
        for (InspectedApplication each : inspection.applications()) {
            all.append(each.name())
                    .append(' ')
                    .append(each.belonging().service())
                    .append(' ')
                    .append(each.belonging().environment())
                    .append(' ')
                    .append(each.belonging().rule())
                    .append('\n');
        }
        return all.toString();
    }

    static String application(String name, String path, String destination) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: %s}
                spec:
                  source: {repoURL: "https://git.example/gitops", path: %s}
                  destination: %s
                """.formatted(name, path, destination);
    }
}
