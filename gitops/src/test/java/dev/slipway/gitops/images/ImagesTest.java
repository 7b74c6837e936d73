package dev.slipway.gitops.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.images.Decision.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {

    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final ImageReference NEW = new ImageReference("r.example/shop", null, DIGEST);

    private static final String APPLICATION = """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata:
              name: shop-prod
            spec:
              source:
                repoURL: https://git.example/gitops
                path: shop/overlays/prod   # where it is
            """;

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              template:
                spec:
                  containers:
                    - name: app   # the service
                      image: r.example/shop:1.2
            """;

    private static Map<String, String> base(String... more) {
        Map<String, String> files = new LinkedHashMap<>(Map.of(
                "apps/shop.yaml",
                APPLICATION,
                "shop/base/kustomization.yaml",
                "resources: [deployment.yaml]\n",
                "shop/base/deployment.yaml",
                DEPLOYMENT,
                "shop/overlays/prod/kustomization.yaml",
                "resources: [../../base]\nnamePrefix: p-\n"));
        for (int i = 0; i < more.length; i += 2) {
            files.put(more[i], more[i + 1]);
        }
        return files;
    }

    private static MemoryTree tree(Map<String, String> files) {
        return MemoryTree.ofTexts(files.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new));
    }

    private static ContainerImage image(Map<String, String> files) {
        return images(files).getFirst();
    }

    private static List<ContainerImage> images(Map<String, String> files) {
        Checkout checkout = Checkout.read(tree(files), Map.of());
        ImageReader reader = new ImageReader(checkout.tree(), checkout.sources());
        List<RenderedApplication> applications = checkout.declared().applications();
        return applications.stream()
                .flatMap(each -> reader.images(each).stream())
                .filter(each -> each.application().equals("shop-prod"))
                .toList();
    }

    /** Sets the new image where it is decided, and reads again who runs what. */
    private static String edited(Map<String, String> files) {
        ContainerImage before = image(files);
        Decision decision = Objects.requireNonNull(before.decision());
        String text = ImageEditor.set(decision, Objects.requireNonNull(files.get(decision.file())), NEW);
        Map<String, String> after = new LinkedHashMap<>(files);
        after.put(decision.file(), text);
        assertThat(image(after).image().digest()).isEqualTo(DIGEST);
        return text;
    }

    @Test
    void theManifestItselfDecides() {
        Map<String, String> files = base();

        ContainerImage image = image(files);

        assertThat(image.workload()).isEqualTo("Deployment/p-shop");
        assertThat(image.image().tag()).isEqualTo("1.2");
        assertThat(image.decision())
                .isEqualTo(new Decision(
                        Rule.MANIFEST,
                        "",
                        "shop/base/deployment.yaml",
                        9,
                        0,
                        "/spec/template/spec/containers/0/image",
                        "",
                        "r.example/shop:1.2"));
        assertThat(edited(files)).isEqualTo(DEPLOYMENT.replace("shop:1.2", "shop@" + DIGEST));
    }

    @Test
    void anOverlaysImagesDecideAndWhatNamesTheImageOnlyDoesNot() {
        String overlay = """
                resources: [../../base]
                images:
                  - name: other
                    newName: r.example/shop   # our registry
                """;
        String base = "resources: [deployment.yaml]\nimages:\n  - {name: app, newName: other, newTag: '2.0'} # here\n";
        Map<String, String> files = base(
                "shop/overlays/prod/kustomization.yaml",
                overlay,
                "shop/base/kustomization.yaml",
                base,
                "shop/base/deployment.yaml",
                DEPLOYMENT.replace("r.example/shop:1.2", "app"));

        Decision decision = Objects.requireNonNull(image(files).decision());

        assertThat(decision.rule()).isEqualTo(Rule.KUSTOMIZATION);
        assertThat(decision.where()).isEqualTo("shop/base/kustomization.yaml:3");
    }

    @Test
    void theDigestTakesThePlaceOfTheTag() {
        String overlay = """
                resources: [../../base]
                images:
                  # pinned by hand
                  - name: r.example/shop
                    newTag: "3.0"
                """;
        Map<String, String> files = base("shop/overlays/prod/kustomization.yaml", overlay);

        assertThat(image(files).decision()).extracting("rule", "line").containsExactly(Rule.KUSTOMIZATION, 5);
        assertThat(edited(files)).isEqualTo("""
                resources: [../../base]
                images:
                  # pinned by hand
                  - name: r.example/shop
                    digest: %s
                """.formatted(DIGEST));
    }

    @Test
    void theApplicationDecides() {
        String application = APPLICATION + """
                    kustomize:
                      images:
                        - r.example/shop:4   # by promotion
                """;
        Map<String, String> files = base("apps/shop.yaml", application);

        assertThat(image(files).decision())
                .extracting("rule", "file", "line")
                .containsExactly(Rule.APPLICATION, "apps/shop.yaml", 11);
        assertThat(edited(files)).isEqualTo(application.replace("shop:4", "shop@" + DIGEST));
    }

    @Test
    void patchesDecideInFilesAndInline() {
        String file = """
                resources: [../../base]
                patches: [{path: image.yaml}]
                """;
        String patch =
                "kind: Deployment\napiVersion: apps/v1\nmetadata: {name: shop}\nspec: {template: {spec: {containers: [{name: app, image: \"r.example/shop:5\"}]}}}\n";
        String inline = """
                resources: [../../base]
                patches:
                  - target: {kind: Deployment}
                    patch: |-
                      - op: replace   # now
                        path: /spec/template/spec/containers/0/image
                        value: r.example/shop:6
                namePrefix: x-
                """;
        Map<String, String> byFile =
                base("shop/overlays/prod/kustomization.yaml", file, "shop/overlays/prod/image.yaml", patch);
        Map<String, String> byText = base("shop/overlays/prod/kustomization.yaml", inline);

        assertThat(image(byFile).decision())
                .extracting("rule", "file", "line")
                .containsExactly(Rule.PATCH, "shop/overlays/prod/image.yaml", 4);
        assertThat(edited(byFile)).isEqualTo(patch.replace("shop:5", "shop@" + DIGEST));
        assertThat(image(byText).decision()).extracting("rule", "line").containsExactly(Rule.PATCH, 7);
        assertThat(edited(byText)).isEqualTo(inline.replace("shop:6", "shop@" + DIGEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{op: add, path: /spec/template/spec/containers/-, value: {name: side, image: \"r.example/side:1\"}}",
                "{op: add, path: /spec/template/spec/initContainers, value: [{name: side, image: \"r.example/side:1\"}]}",
                "{op: replace, path: /spec/template, value: {spec: {containers: [{name: side, image: \"r.example/side:1\"}]}}}",
            })
    void aJsonPatchDecidesWhatItAdds(String operation) {
        String patch = "- " + operation + "\n";
        Map<String, String> files = base(
                "shop/overlays/prod/kustomization.yaml",
                "resources: [../../base]\npatches: [{target: {kind: Deployment}, path: add.yaml}]\n",
                "shop/overlays/prod/add.yaml",
                patch);

        assertThat(images(files))
                .filteredOn(each -> each.container().equals("side"))
                .singleElement()
                .extracting(each -> each.decision())
                .extracting("rule", "file", "line", "written")
                .containsExactly(Rule.PATCH, "shop/overlays/prod/add.yaml", 1, "r.example/side:1");
    }

    @Test
    void aFileOfParametersDecidesForAnApplicationSet() {
        String set = """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: all}
                spec:
                  generators:
                    - git: {repoURL: "https://git.example/gitops", files: [{path: "config/*.yaml"}]}
                  template:
                    metadata: {name: "shop-{{env}}"}
                    spec:
                      source:
                        repoURL: https://git.example/gitops
                        path: shop/overlays/prod
                        kustomize: {images: ["r.example/shop:{{image.tag}}"]}
                """;
        String config = "env: prod\nimage:\n  tag: 7.1.0   # deployed\n";
        Map<String, String> files = base("apps/shop.yaml", set, "config/prod.yaml", config);

        assertThat(image(files).decision())
                .extracting("rule", "file", "line")
                .containsExactly(Rule.SET_PARAMETER, "config/prod.yaml", 3);
        assertThat(edited(files)).isEqualTo(config.replace("7.1.0", "7.1.0@" + DIGEST));
    }

    private static Map<String, String> set(String generators, String image, String... more) {
        return base(Stream.concat(Stream.of("apps/shop.yaml", """
                                apiVersion: argoproj.io/v1alpha1
                                kind: ApplicationSet
                                metadata: {name: all}
                                spec:
                                  goTemplate: true
                                  generators: %s
                                  template:
                                    metadata: {name: shop-prod}
                                    spec:
                                      source:
                                        repoURL: https://git.example/gitops
                                        path: shop/overlays/prod
                                        kustomize: {images: ['r.example/shop:%s']}
                                """.formatted(generators, image)), Stream.of(more))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{list: {elements: [{env: a, image: {tag: '7.1'}}]}}] | {{.image.tag}} |"
                        + " /spec/generators/0/list/elements/0/image/tag",
                "[{list: {elements: [{tag: '7.1', image: {tag: '7.1'}}]}}] | {{ .image.tag }} |"
                        + " /spec/generators/0/list/elements/0/image/tag",
                "[{list: {elements: [{tag: '7.1', image: {tag: '7.1'}}]}}] | {{ .tag }} |"
                        + " /spec/generators/0/list/elements/0/tag",
                "[{list: {elements: [{images: {shop-web: {tag: '7.1'}}}]}}] | {{ index .images \"shop-web\" \"tag\" }} |"
                        + " /spec/generators/0/list/elements/0/images/shop-web/tag",
                "[{list: {elements: [{none: ~, tags: ['7.0', '7.1']}]}}] | {{ index .tags 1 }} |"
                        + " /spec/generators/0/list/elements/0/tags/1",
                "[{git: {repoURL: 'https://git.example/gitops', "
                        + " directories: [{path: shop/overlays/*}], values: {a: '{{.path.path}}', tag: '7.1'}}}] |"
                        + " {{.values.tag}} | /spec/generators/0/git/values/tag",
                "[{matrix: {generators: [{git: {repoURL: 'https://git.example/gitops', "
                        + " directories: [{path: shop/overlays/*}]}},"
                        + " {list: {elements: [{dir: '{{.path.path}}', image: {tag: '7.1'}}]}}]}}] | {{.image.tag}} |"
                        + " /spec/generators/0/matrix/generators/1/list/elements/0/image/tag",
            })
    void aNestedParameterDecidesForAnApplicationSet(String generators, String image, String pointer) {
        Map<String, String> files = set(generators, image);

        assertThat(image(files).decision())
                .extracting("rule", "file", "pointer")
                .containsExactly(Rule.SET_PARAMETER, "apps/shop.yaml", pointer);
        assertThat(edited(files)).contains("7.1@" + DIGEST);
    }

    @Test
    void aTemplateOfAnyLengthIsRead() {
        String generators = "[{list: {elements: [{images: {a: b}, tag: '7.1'}]}}]";
        Map<String, String> files =
                set(generators, "{{ if false }}{{ index .images" + " \"a\"".repeat(20_000) + " }}{{ end }}{{ .tag }}");

        assertThat(image(files).decision()).isNotNull();
    }

    @Test
    void anElementOfAFileOfParametersDecidesAlsoUnderAPrefixOfItsPath() {
        String generators =
                "[{git: {repoURL: 'https://git.example/gitops', pathParamPrefix: conf, files: [{path: 'config/*.yaml'}]}}]";
        String config = "- env: prod\n  image:\n    tag: 7.1.0   # deployed\n";
        Map<String, String> files = set(generators, "{{.image.tag}}", "config/all.yaml", config);

        assertThat(image(files).decision())
                .extracting("rule", "file", "line", "pointer")
                .containsExactly(Rule.SET_PARAMETER, "config/all.yaml", 3, "/0/image/tag");
        assertThat(edited(files)).isEqualTo(config.replace("7.1.0", "7.1.0@" + DIGEST));
    }

    @Test
    void refusesToEditWhatHasChangedSince() {
        Decision decision = Objects.requireNonNull(image(base()).decision());

        assertThatThrownBy(() -> ImageEditor.set(decision, "kind: Other\n", NEW))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("has changed since");
    }

    @Test
    void readsWhatTheImageUpdaterIsTold() {
        String annotated = APPLICATION.replace("  name: shop-prod\n", "  name: shop-prod\n" + """
                annotations:
                  argocd-image-updater.argoproj.io/image-list: app=r.example/shop:~1.2, r.example/side
                  argocd-image-updater.argoproj.io/app.update-strategy: newest-build
                  argocd-image-updater.argoproj.io/app.allow-tags: regexp:^v
                  argocd-image-updater.argoproj.io/write-back-method: git:secret:argocd/git
                """.indent(2));
        Checkout checkout = Checkout.read(tree(base("apps/shop.yaml", annotated)), Map.of());

        assertThat(ImageUpdate.of(checkout.declared().applications().getFirst().application()))
                .containsExactly(
                        new ImageUpdate("app", "r.example/shop", "~1.2", "newest-build", "regexp:^v", "git"),
                        new ImageUpdate("", "r.example/side", null, "semver", null, "git"));
    }

    @Test
    void knowsTheRepositoryOfWhatIsDecidedElsewhere() {
        MemoryTree other = MemoryTree.ofTexts("deploy/d.yaml", DEPLOYMENT);
        MemoryTree own = MemoryTree.ofTexts(
                "apps/shop.yaml",
                APPLICATION.replace("gitops", "shop").replace("shop/overlays/prod", "deploy"),
                "apps/other.yaml",
                APPLICATION.replace("shop-prod", "x").replace("path: shop/overlays/prod", "path: apps/none"));
        Checkout checkout = Checkout.read(own, Map.of("git@git.example:shop.git", other));

        ContainerImage image = new ImageReader(own, checkout.sources())
                .images(checkout.declared().applications().stream()
                        .filter(each -> each.application().name().equals("shop-prod"))
                        .findFirst()
                        .orElseThrow())
                .getFirst();

        assertThat(Objects.requireNonNull(image.decision()).where())
                .isEqualTo("https://git.example/shop deploy/d.yaml:9");
    }
}
