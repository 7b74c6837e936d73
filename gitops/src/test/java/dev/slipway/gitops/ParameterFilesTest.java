package dev.slipway.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.gitops.images.ContainerImage;
import dev.slipway.gitops.images.Decision;
import dev.slipway.gitops.images.ImageReader;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Argo CD's repository server lays over a source, for all Applications of a directory or for one. */
class ParameterFilesTest {

    private static final String ALL = "shop/.argocd-source.yaml";
    private static final String ONE = "shop/.argocd-source-shop.yaml";

    private final Map<String, FileContent> files = new TreeMap<>();
    private final Renderer renderer = new Renderer();
    private int commit;

    @BeforeEach
    void declareAnApplication() {
        put("bootstrap/root.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop}
                spec:
                  project: p
                  source: {repoURL: own, targetRevision: main, path: shop, kustomize: {images: [app=app:1, side=side:1]}}
                  destination: {name: c, namespace: n}
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: p}
                spec: {sourceRepos: ["*"], destinations: [{name: "*", namespace: "*"}]}
                """);
        put("shop/kustomization.yaml", "resources: [pod.yaml]\n");
        put("shop/pod.yaml", """
                apiVersion: v1
                kind: Pod
                metadata: {name: shop}
                spec: {containers: [{name: app, image: app}]}
                """);
    }

    @Test
    void thatOfTheApplicationStandsOverThatOfAll() {
        assertThat(image()).isEqualTo("app:1");
        put(ALL, "kustomize: {images: [app=app:2]}\n");
        assertThat(image()).isEqualTo("app:2");
        put(ONE, "kustomize:\n  images:\n    - app=app:3\n");
        assertThat(image()).isEqualTo("app:3");
        put("shop/.argocd-source-other.yaml", "kustomize: {images: [app=app:4]}\n");
        assertThat(image()).isEqualTo("app:3");
        files.remove(ONE);
        assertThat(image()).isEqualTo("app:2");
    }

    @Test
    void theySayHowItIsRenderedAndNotWhat() {
        put(ONE, "{repoURL: elsewhere, path: other, targetRevision: x, kustomize: {namePrefix: my-}}\n");

        RenderedApplication shop = shop();
        assertThat(shop.findings()).isEmpty();
        assertThat(shop.objects().getFirst().name()).isEqualTo("my-shop");
    }

    @Test
    void whatIsNoYamlIsAFindingUntilItIs() {
        put(ONE, "kustomize: {images: [\n");
        assertThat(shop().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.next()).contains(".argocd-source-shop.yaml"));
        put(ONE, "plugin: {name: cdk}\n");
        assertThat(shop().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).contains("cdk"));
        put(ONE, "");
        assertThat(image()).isEqualTo("app:1");
    }

    @Test
    void theyAreWhereAnImageIsDecided() {
        put(ONE, "kustomize:\n  images:\n    - app=app:3\n");
        MemoryTree tree = MemoryTree.of(files);
        Sources sources = (_, _) -> new Answer.Found(tree, "c");

        ContainerImage image = new ImageReader(tree, sources).images(shop()).getFirst();
        assertThat(image.decision()).isNotNull().satisfies(decision -> {
            assertThat(decision.rule()).isEqualTo(Decision.Rule.PARAMETER_FILE);
            assertThat(decision.where()).isEqualTo(ONE + ":3");
        });
    }

    private void put(String path, String text) {
        files.put(path, FileContent.text(text));
    }

    private String image() {
        RenderedApplication shop = shop();
        assertThat(shop.findings()).isEmpty();
        return String.valueOf(
                        shop.objects().getFirst().list("spec", "containers").getFirst())
                .replaceFirst(".*image=([^,}]*).*", "$1");
    }

    /** As the same server sees it, pass after pass. */
    private RenderedApplication shop() {
        MemoryTree tree = MemoryTree.of(files);
        String name = String.valueOf(commit++);
        return DeclaredReader.read(tree, (_, _) -> new Answer.Found(tree, name), renderer).applications().stream()
                .filter(each -> each.application().name().equals("shop"))
                .findFirst()
                .orElseThrow();
    }
}
