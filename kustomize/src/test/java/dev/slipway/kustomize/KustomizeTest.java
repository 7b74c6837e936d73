package dev.slipway.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.MemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KustomizeTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec: {replicas: 2, template: {spec: {containers: [{name: web, image: app}]}}}
            """;

    private static Rendering render(Overrides overrides, String... pathsAndTexts) {
        return Kustomize.render(MemoryTree.ofTexts(pathsAndTexts), "", overrides);
    }

    private static void assertRefuses(String message, String... pathsAndTexts) {
        assertThatThrownBy(() -> render(Overrides.none(), pathsAndTexts))
                .isInstanceOf(KustomizeException.class)
                .hasMessageContaining(message);
    }

    @Test
    void putsOverridesIntoTheKustomization() {
        Overrides overrides = new Overrides(
                "prod",
                "x-",
                null,
                List.of(ImageOverride.parse("app=registry.example/shop/app@sha256:12")),
                List.of(new ReplicaOverride("web", 0)),
                Map.of(),
                Map.of("note", "y"));

        Rendering rendering = render(
                overrides,
                "kustomization.yaml",
                "resources: [web.yaml]\nnamespace: test\nimages: [{name: app, newTag: old}]\n",
                "web.yaml",
                DEPLOYMENT);

        assertThat(rendering.text()).isEqualTo("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          annotations:
                            note: "y"
                          name: x-web
                          namespace: prod
                        spec:
                          replicas: 0
                          template:
                            metadata:
                              annotations:
                                note: "y"
                            spec:
                              containers:
                              - image: registry.example/shop/app@sha256:12
                                name: web
                        """);
        assertThat(rendering.objects()).singleElement().satisfies(object -> {
            assertThat(object.text("spec", "template", "spec", "containers", "0", "name"))
                    .contains("web");
            assertThat(object.annotations()).containsEntry("note", "y");
            assertThat(object.group()).isEqualTo("apps");
        });
    }

    @Test
    void namesTheFilesAndDirectoriesThatItRead() {
        Rendering rendering = Kustomize.render(
                MemoryTree.ofTexts(
                        "base/kustomization.yaml", "resources: [web.yaml]",
                        "base/web.yaml", DEPLOYMENT,
                        "base/unused.yaml", "x",
                        "overlay/kustomization.yaml", "resources: [../base]"),
                "overlay",
                Overrides.none());

        assertThat(rendering.filesRead())
                .containsExactly(
                        "base", "base/kustomization.yaml", "base/web.yaml", "overlay", "overlay/kustomization.yaml");
    }

    @Test
    void showsAllProblemsWithTheirPlaces() {
        assertThatThrownBy(() -> render(
                        Overrides.none(),
                        "kustomization.yaml",
                        "resource: [a.yaml]\nreplicas: [{name: x, count: many}]\nhelmCharts: [{name: y}]\n"))
                .isInstanceOfSatisfying(
                        KustomizeException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.place().toString())
                                .containsExactlyInAnyOrder(
                                        "kustomization.yaml:1:1", "kustomization.yaml:2:29", "kustomization.yaml:3:13"))
                .hasMessageContaining("Did you mean \"resources\"?");
    }

    @Test
    void refusesRemoteResources() {
        assertRefuses(
                "kustomization.yaml:1:13: \"https://example.org/a.yaml\" is a remote resource",
                "kustomization.yaml",
                "resources: [https://example.org/a.yaml]");
    }

    @Test
    void refusesPathsOutOfTheTree() {
        assertRefuses("leads out of the tree", "kustomization.yaml", "resources: [../../etc]");
    }

    @Test
    void refusesFilesBesideTheDirectory() {
        assertThatThrownBy(() -> Kustomize.render(
                        MemoryTree.ofTexts(
                                "a/kustomization.yaml", "resources: [../b/web.yaml]", "b/web.yaml", DEPLOYMENT),
                        "a",
                        Overrides.none()))
                .hasMessageContaining("not in or below the directory");
    }

    @Test
    void refusesBasesThatUseEachOther() {
        assertRefuses(
                "leads back to a directory",
                "kustomization.yaml",
                "resources: [a]",
                "a/kustomization.yaml",
                "resources: [../b]",
                "b/kustomization.yaml",
                "resources: [../a]");
    }

    @Test
    void refusesTheSameObjectTwice() {
        assertRefuses(
                "is there already, from web.yaml:1:1",
                "kustomization.yaml",
                "resources: [web.yaml, again.yaml]",
                "web.yaml",
                DEPLOYMENT,
                "again.yaml",
                DEPLOYMENT);
    }

    @Test
    void refusesPatchesForNothing() {
        assertRefuses(
                "of which there is none here",
                "kustomization.yaml",
                "resources: [web.yaml]\npatches: [{path: patch.yaml}]",
                "web.yaml",
                DEPLOYMENT,
                "patch.yaml",
                DEPLOYMENT.replace("web}", "other}"));
    }

    @Test
    void refusesAliasBombs() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertRefuses("too large", "kustomization.yaml", "resources: [a.yaml]", "a.yaml", bomb.toString());
    }

    @Test
    void keepsWhatAPatchSaysAboutAPortWithoutProtocol() {
        String patch = "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {ports: [{port: 80, name: http}]}\n";

        Rendering rendering = render(
                Overrides.none(),
                "kustomization.yaml",
                "resources: [s.yaml]\npatches: [{path: p.yaml}]",
                "p.yaml",
                patch,
                "s.yaml",
                "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {ports: [{port: 80, protocol: TCP}, {port: 81}]}\n");

        assertThat(rendering.objects().getFirst().text("spec", "ports", "0", "name"))
                .contains("http");
    }

    @Test
    void readsPlainManifests() {
        List<Resource> resources = Resources.parse("a.yaml", DEPLOYMENT + "---\n" + DEPLOYMENT.replace("web", "api"));

        assertThat(resources).extracting(Resource::name).containsExactly("web", "api");
        assertThatThrownBy(() -> Resources.parse("a.yaml", "kind: Pod\n---\n[1]\n"))
                .hasMessageContaining("a.yaml:1:1: This object has no metadata.name")
                .hasMessageContaining("a.yaml:3:1: This document is a list");
    }

    @Test
    void parsesImagesAsArgoCdWritesThem() {
        assertThat(ImageOverride.parse("app=registry:5000/x:1.2"))
                .isEqualTo(new ImageOverride("app", "registry:5000/x", "1.2", null));
        assertThat(ImageOverride.parse("registry:5000/x@sha256:1"))
                .isEqualTo(new ImageOverride("registry:5000/x", null, null, "sha256:1"));
        assertThatThrownBy(() -> ImageOverride.parse("app")).hasMessageContaining("\"app\" is not an image override");
    }
}
