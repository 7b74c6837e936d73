package dev.slipway.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.Sources.Answer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts are rendered for what platform.yaml says of the cluster that they go to. */
class KubernetesVersionsTest {

    private final Map<String, FileContent> files = new TreeMap<>();
    private final Renderer renderer = new Renderer();
    private int commit;

    @BeforeEach
    void declareAChart() {
        application("name: spoke", "");
        put("shop/Chart.yaml", "{apiVersion: v2, name: shop, version: 1.0.0}\n");
        put("shop/templates/map.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "{{ .Capabilities.KubeVersion.Version }}"}
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "name: spoke, v1.33.0",
        "server: https://spoke:6443, v1.33.0",
        "name: in-cluster, v1.31.2",
        "server: https://kubernetes.default.svc, v1.31.2",
        "name: other, v1.32.0"
    })
    void theClusterThatAChartGoesToSaysWhatItIsRenderedFor(String destination, String version) {
        clusters("1.33");
        application(destination, "");
        assertThat(rendered()).isEqualTo(version);
    }

    @Test
    void anApplicationThatSaysOneIsBelieved() {
        clusters("1.33");
        application("name: spoke", ", helm: {kubeVersion: v1.30.4}");
        assertThat(rendered()).isEqualTo("v1.30.4");
    }

    @Test
    void whatWasRenderedForAnotherVersionIsNotKept() {
        assertThat(rendered()).isEqualTo("v1.32.0");
        clusters("1.33");
        assertThat(rendered()).isEqualTo("v1.33.0");
        clusters("1.34");
        assertThat(rendered()).isEqualTo("v1.34.0");
        put("platform.yaml", "kind: Platform\nspec: {clusters: [\n");
        assertThat(rendered()).isEqualTo("v1.32.0");
    }

    private void clusters(String spoke) {
        put("platform.yaml", """
                kind: Platform
                spec:
                  clusters:
                    - {name: hub, role: hub, kubernetes: "1.31.2"}
                    - {name: spoke, server: "https://spoke:6443", kubernetes: "%s"}
                """.formatted(spoke));
    }

    private void application(String destination, String options) {
        put("bootstrap/root.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop}
                spec:
                  project: p
                  source: {repoURL: own, targetRevision: main, path: shop%s}
                  destination: {%s, namespace: n}
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: p}
                spec: {sourceRepos: ["*"], destinations: [{name: "*", namespace: "*"}, {server: "*", namespace: "*"}]}
                """.formatted(options, destination.replace(": ", ": \"") + "\""));
    }

    private void put(String path, String text) {
        files.put(path, FileContent.text(text));
    }

    private String rendered() {
        MemoryTree tree = MemoryTree.of(Map.copyOf(files));
        String name = "commit " + commit++;
        return DeclaredReader.read(tree, (_, _) -> new Answer.Found(tree, name), renderer).applications().stream()
                .flatMap(each -> each.objects().stream())
                .map(each -> each.name())
                .findFirst()
                .orElse("nothing");
    }
}
