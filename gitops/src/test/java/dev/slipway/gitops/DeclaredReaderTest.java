package dev.slipway.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.Sources.Answer;
import org.junit.jupiter.api.Test;

class DeclaredReaderTest {

    private static final String PROJECT = """
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: %s, namespace: argocd}
            spec:
              sourceRepos: ["%s"]
              destinations: [{name: %s, namespace: %s}]
            """;

    private static final String APPLICATION = """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: %s, namespace: argocd}
            spec:
              project: %s
              source: {repoURL: "%s", targetRevision: main, path: %s%s}
              destination: {name: %s, namespace: %s}
              syncPolicy: {automated: {enabled: true}}
            """;

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec: {template: {spec: {containers: [{name: app, image: r.local/shop}]}}}
            """;

    private static Declared read(String project, String kustomization, String extra) {
        String url = "http://git/platform";
        MemoryTree platform = MemoryTree.ofTexts(
                "bootstrap/root.yaml",
                PROJECT.formatted("slipway", url, "\"*\"", "\"*\"") + "---\n"
                        + APPLICATION.formatted(
                                "apps",
                                "slipway",
                                url,
                                "applications",
                                ", directory: {recurse: true}",
                                "in-cluster",
                                "argocd"),
                "applications/shop/dev.yaml",
                APPLICATION.formatted(
                        "shop-dev",
                        "red-dev",
                        "http://git/shop.git",
                        "deploy",
                        ", kustomize: {" + extra + "images: [\"r.local/shop@sha256:1\"]}",
                        "dev",
                        "red-dev"),
                "applications/project.yaml",
                project);
        MemoryTree shop = MemoryTree.ofTexts("deploy/kustomization.yaml", kustomization, "deploy/d.yaml", DEPLOYMENT);
        Sources sources = (repository, revision) -> switch (repository) {
            case "http://git/platform" -> new Answer.Found(platform, "p");
            case "http://git/shop.git" -> new Answer.Found(shop, "s");
            default -> new Answer.Missing("unknown");
        };
        return DeclaredReader.read(platform, sources, new Renderer());
    }

    private static RenderedApplication shop(Declared declared) {
        return declared.applications().stream()
                .filter(each -> each.application().name().equals("shop-dev"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void followsTheAppOfAppsAndRendersWithOverrides() {
        RenderedApplication shop = shop(read(
                PROJECT.formatted("red-dev", "http://git/shop", "dev", "red-dev"),
                "resources: [d.yaml]\n",
                "namespace: red-dev, "));

        assertThat(shop.findings()).isEmpty();
        assertThat(shop.objects()).singleElement().satisfies(object -> {
            assertThat(object.namespace()).isEqualTo("red-dev");
            assertThat(object.text("spec", "template", "spec", "containers", "0", "image"))
                    .contains("r.local/shop@sha256:1");
        });
        assertThat(shop.application().file()).isEqualTo("applications/shop/dev.yaml");
    }

    @Test
    void refusesWhatTheProjectDoesNotPermit() {
        RenderedApplication shop = shop(read(
                PROJECT.formatted("red-dev", "http://git/other", "dev", "red-staging"), "resources: [d.yaml]\n", ""));

        assertThat(shop.findings())
                .extracting(Finding::what)
                .anyMatch(each -> each.contains("reads"))
                .anyMatch(each -> each.contains("goes to"));
    }

    @Test
    void refusesAnObjectOutsideOfItsNamespace() {
        RenderedApplication shop = shop(read(
                PROJECT.formatted("red-dev", "http://git/shop", "dev", "\"*\""),
                "namespace: red-staging\nresources: [d.yaml]\n",
                ""));

        assertThat(shop.findings())
                .singleElement()
                .satisfies(each -> assertThat(each.what()).contains("outside of its namespace"));
    }

    @Test
    void saysWhereAnOverlayDoesNotRender() {
        RenderedApplication shop = shop(read(
                PROJECT.formatted("red-dev", "http://git/shop", "dev", "red-dev"), "resources: [missing.yaml]\n", ""));

        assertThat(shop.findings())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.where()).startsWith("deploy/kustomization.yaml:1"));
    }
}
