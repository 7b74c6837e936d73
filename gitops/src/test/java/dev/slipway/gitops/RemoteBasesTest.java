package dev.slipway.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.gitops.images.ImageReader;
import dev.slipway.gitops.places.Places;
import dev.slipway.gitops.store.KeptBytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Overlays over bases in other repositories, as the same server sees them while these move. */
class RemoteBasesTest {

    private static final String BASES = "https://git.acme.example/bases";
    private static final String COMMIT = "0123456789012345678901234567890123456789";

    private final Map<String, FileContent> files = new TreeMap<>();
    private final Map<Revision, Answer.Found> others = new HashMap<>();
    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private Renderer renderer = restarted();

    @BeforeEach
    void declareAnOverlay() {
        files.put("bootstrap/root.yaml", FileContent.text("""
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop}
                spec:
                  project: p
                  source: {repoURL: own, targetRevision: main, path: shop}
                  destination: {name: c, namespace: n}
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: p}
                spec: {sourceRepos: ["*"], destinations: [{name: "*", namespace: "*"}]}
                """));
        overlay("main");
        base("main", COMMIT, "app:1");
    }

    @Test
    void rendersThemAndTellsWhereThingsStand() {
        RenderedApplication shop = shop();

        assertThat(shop.findings()).isEmpty();
        assertThat(shop.objects().getFirst().name()).isEqualTo("shop-web");
        assertThat(new ImageReader(own(), this::find).images(shop).getFirst().decision())
                .satisfies(decision -> assertThat(decision.where()).isEqualTo(BASES + " web/pod.yaml:4"));
        assertThat(new Places(this::find, "own").of(shop, shop.objects().getFirst(), "/spec"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("bases//web/pod.yaml?ref=main:4:7"));
    }

    @Test
    void saysOfWhatCanMoveThatItCan() {
        assertThat(shop().doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.what())
                        .contains("The remote base \"" + BASES + "\" at \"main\" can come to something else"));
        overlay(COMMIT);
        base(COMMIT, COMMIT, "app:1");
        assertThat(shop().doubts()).isEmpty();

        overlay("main");
        files.put("web/kustomization.yaml", FileContent.text("configMapGenerator: [{name: web}]\n"));
        others.put(new Revision(BASES, "main"), (Answer.Found) find("own", "main"));
        assertThat(shop().doubts()).isEmpty();
    }

    @Test
    void followsABranchThatMovesWithoutACommitHere() {
        assertThat(image()).isEqualTo("app:1");
        base("main", COMMIT.replace('0', '1'), "app:2");
        assertThat(image()).isEqualTo("app:2");
        renderer = restarted();
        assertThat(image()).isEqualTo("app:2");
        base("main", COMMIT, "app:1");
        renderer = restarted();
        assertThat(image()).isEqualTo("app:1");
    }

    @Test
    void rendersNothingAgainWhenNothingOfItMoved() {
        image();
        files.put("README.md", FileContent.text("words"));
        base("main", COMMIT.replace('0', '2'), "app:1");
        image();
        renderer = restarted();
        image();
        assertThat(renderer.renders()).isZero();
    }

    @Test
    void saysWhyOneIsMissingUntilItIsThere() {
        others.clear();
        assertThat(shop().findings().toString())
                .contains("shop/kustomization.yaml:2:3", "that is not at hand", "read already, next=", "not mirrored");
        base("main", COMMIT, "app:1");
        assertThat(image()).isEqualTo("app:1");
    }

    private void overlay(String ref) {
        files.put(
                "shop/kustomization.yaml",
                FileContent.text("resources:\n- " + BASES + "//web?ref=" + ref + "\nnamePrefix: shop-\n"));
    }

    private void base(String ref, String commit, String image) {
        FileTree tree = MemoryTree.ofTexts(
                "web/kustomization.yaml", "resources: [pod.yaml]\n", "web/pod.yaml", """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec: {containers: [{name: app, image: "%s"}]}
                """.formatted(image));
        others.put(new Revision(BASES, ref), new Answer.Found(tree, commit));
    }

    private Renderer restarted() {
        return new Renderer(1, new KeptBytes() {
            @Override
            public Optional<byte[]> get(String key) {
                return Optional.ofNullable(stored.get(key));
            }

            @Override
            public void put(String key, byte[] bytes) {
                stored.put(key, bytes);
            }
        });
    }

    private FileTree own() {
        return MemoryTree.of(Map.copyOf(files));
    }

    private Answer find(String repository, String revision) {
        if (repository.equals("own")) {
            return new Answer.Found(own(), "commit of " + files);
        }
        Answer.Found found = others.get(new Revision(repository, revision));
        return found == null ? new Answer.Missing("it is not mirrored") : found;
    }

    private RenderedApplication shop() {
        List<RenderedApplication> all =
                DeclaredReader.read(own(), this::find, renderer).applications();
        return all.getFirst();
    }

    private String image() {
        RenderedApplication shop = shop();
        assertThat(shop.findings()).isEmpty();
        return String.valueOf(
                        shop.objects().getFirst().list("spec", "containers").getFirst())
                .replaceFirst(".*image=([^,}]*).*", "$1");
    }
}
