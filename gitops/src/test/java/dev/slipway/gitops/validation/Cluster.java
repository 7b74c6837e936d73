package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.checkout.Checkout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A repository with one cluster, whose Application "all" renders what a test puts into it. */
final class Cluster {

    static final String OWN = "https://git.example/acme/platform";

    private final Map<String, String> files = new TreeMap<>();

    Cluster() {
        files.put("bootstrap/root.yaml", application("all", "all") + "---\n" + """
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: default, namespace: argocd}
                spec:
                  sourceRepos: ["*"]
                  destinations: [{name: "*", namespace: "*"}]
                  clusterResourceWhitelist: [{group: "*", kind: "*"}]
                """);
        with("all/namespace.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop}
                """);
    }

    static String application(String name, String path) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: %s, namespace: argocd}
                spec:
                  project: default
                  source: {repoURL: "%s", path: %s, directory: {recurse: true}}
                  destination: {name: here, namespace: shop}
                """.formatted(name, OWN, path);
    }

    /** With a sync option of its Application. */
    Cluster applied(String option) {
        files.computeIfPresent(
                "bootstrap/root.yaml",
                (_, text) ->
                        text.replaceFirst("(destination: .*\n)", "$1  syncPolicy: {syncOptions: [" + option + "]}\n"));
        return this;
    }

    /** What these objects break, one line each: severity, rule, object, field, and what is wrong. */
    static List<String> lines(String... objects) {
        return new Cluster().holding(objects).lines();
    }

    /** That these lines are one error of a rule, with these words. */
    static void assertOneError(List<String> lines, String rule, String words) {
        assertThat(lines).singleElement().asString().startsWith("ERROR " + rule).contains(words);
    }

    Cluster with(String file, String text) {
        files.put(file, text);
        return this;
    }

    Cluster holding(String... objects) {
        for (String object : objects) {
            files.put("all/" + files.size() + ".yaml", object);
        }
        return this;
    }

    ValidationReport report(Options options) {
        MemoryTree tree = MemoryTree.ofTexts(files.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new));
        return new Validation().validate(Subject.of(Checkout.read(tree, Map.of())), options);
    }

    ValidationReport report() {
        return report(Options.none());
    }

    List<String> lines() {
        return lines(report());
    }

    static List<String> lines(ValidationReport report) {
        List<String> lines = new ArrayList<>();
        report.unreadable().forEach(each -> lines.add("unreadable " + each.what()));
        report.findings().stream()
                .filter(each -> each.ignored() == null)
                .forEach(each -> lines.add(
                        each.violation().severity() + " " + each.violation().rule() + " " + each.object() + " "
                                + each.field() + ": " + each.violation().what()));
        return lines;
    }

    /** A Deployment "web" with this in its pods' spec, two spaces deep, and everything that the level "restricted" asks for. */
    static String deployment(String more) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                """ + more.indent(6);
    }

    /** {@link #deployment} with one container "app", to which this is added. */
    static String container(String more) {
        return deployment("""
                containers:
                  - name: app
                    image: app
                    ports: [{name: http, containerPort: 8080}]
                """
                + ("securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}\n" + more)
                        .indent(4));
    }
}
