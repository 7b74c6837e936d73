package dev.slipway.gitops.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.checkout.Checkout;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Repositories in which several Applications have one name. */
class SameNamesTest {

    private static final String OWN = "server: \"https://kubernetes.default.svc\"";

    @Test
    void looksAtTheApplicationOfEachCluster() {
        Map<String, String> before = clusters();

        assertThat(changes(before, with(before, "m/a/all.yaml", map("other"))))
                .containsExactly("ConfigMap settings of shop (clusters/a/shop.yaml) CHANGED");
        assertThat(changes(before, with(before, "m/b/all.yaml", map("other"))))
                .containsExactly("ConfigMap settings of shop (clusters/b/shop.yaml) CHANGED");
    }

    @Test
    void tellsThatTheApplicationOfOneClusterIsNewOrGone() {
        Map<String, String> both = clusters();
        Map<String, String> one = without(both, "clusters/b/shop.yaml");

        assertThat(changes(both, one)).containsExactly("Application shop of shop (clusters/b/shop.yaml) REMOVED");
        assertThat(changes(one, both)).containsExactly("Application shop of shop (clusters/b/shop.yaml) ADDED");
    }

    @Test
    void looksAtTheApplicationOfEachNamespace() {
        Map<String, String> before = Map.of(
                "apps.yaml",
                application("shop, namespace: team-x", "m/x") + "---\n" + application("shop, namespace: team-y", "m/y"),
                "m/x/all.yaml",
                map("x"),
                "m/y/all.yaml",
                map("y"));

        assertThat(changes(before, with(before, "m/x/all.yaml", map("other"))))
                .containsExactly("ConfigMap settings of team-x/shop CHANGED");
        assertThat(changes(before, with(before, "m/y/all.yaml", map("other"))))
                .containsExactly("ConfigMap settings of team-y/shop CHANGED");
    }

    @Test
    void looksAtWhatEachOfTwoAppsOfAppsMakesOfOneChart() {
        Map<String, String> before = Map.of(
                "clusters/a/root.yaml", umbrella("a"),
                "clusters/b/root.yaml", umbrella("b"),
                "apps/Chart.yaml", "{apiVersion: v2, name: apps, version: 1.0.0}",
                "apps/values.yaml", "cluster: none",
                "apps/templates/shop.yaml", application("shop, namespace: argocd", "m/{{ .Values.cluster }}"),
                "m/a/all.yaml", map("a"),
                "m/b/all.yaml", map("b"));

        assertThat(changes(before, with(before, "m/a/all.yaml", map("other"))))
                .singleElement()
                .asString()
                .startsWith("ConfigMap settings of shop (apps of ")
                .contains("clusters/a/root.yaml");
        assertThat(changes(before, with(before, "m/b/all.yaml", map("other"))))
                .singleElement()
                .asString()
                .contains("clusters/b/root.yaml");
    }

    @Test
    void knowsAnApplicationAgainThatMovesToAnotherFile() {
        Map<String, String> before = without(clusters(), "clusters/b/shop.yaml");
        Map<String, String> after =
                with(without(before, "clusters/a/shop.yaml"), "all/shop.yaml", before.get("clusters/a/shop.yaml"));

        assertThat(changes(before, after)).isEmpty();
    }

    @Test
    void knowsAnApplicationAgainThatGetsTheNamespaceItIsIn() {
        Map<String, String> before = Map.of("shop.yaml", application("shop", "m/a"), "m/a/all.yaml", map("a"));
        Map<String, String> after = with(before, "shop.yaml", application("shop, namespace: argocd", "m/a"));

        assertThat(changes(before, after)).containsExactly("Application shop of shop CHANGED");
    }

    private static Map<String, String> clusters() {
        return Map.of(
                "clusters/a/shop.yaml",
                application("shop, namespace: argocd", "m/a"),
                "clusters/b/shop.yaml",
                application("shop, namespace: argocd", "m/b"),
                "m/a/all.yaml",
                map("a"),
                "m/b/all.yaml",
                map("b"));
    }

    private static String application(String metadata, String path) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: %s}
                spec:
                  project: default
                  source: {repoURL: "https://git/platform", targetRevision: HEAD, path: "%s"}
                  destination: {%s, namespace: shop}
                """.formatted(metadata, path, OWN);
    }

    private static String umbrella(String cluster) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: root, namespace: argocd}
                spec:
                  project: default
                  source:
                    repoURL: "https://git/platform"
                    targetRevision: HEAD
                    path: apps
                    helm: {parameters: [{name: cluster, value: %s}]}
                  destination: {%s, namespace: argocd}
                """.formatted(cluster, OWN);
    }

    private static String map(String value) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {a: \"" + value + "\"}}";
    }

    private static Map<String, String> with(Map<String, String> files, String file, String text) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(file, text);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> files, String file) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.remove(file);
        return changed;
    }

    private static List<String> changes(Map<String, String> before, Map<String, String> after) {
        Checkout one = checkout(before);
        Checkout other = checkout(after);
        Impact impact =
                new ImpactAnalysis(one.placements(), other.placements()).compare(one.declared(), other.declared());
        assertThat(impact.notCompared()).isEmpty();
        return impact.environments().stream()
                .flatMap(environment -> environment.groups().stream())
                .flatMap(group -> group.members().stream()
                        .map(each -> group.kind() + " " + each.object() + " of " + each.application() + " "
                                + group.action()))
                .toList();
    }

    private static Checkout checkout(Map<String, String> files) {
        return Checkout.read(
                MemoryTree.ofTexts(files.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .toArray(String[]::new)),
                Map.of());
    }
}
