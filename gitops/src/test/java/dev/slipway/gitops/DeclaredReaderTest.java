package dev.slipway.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.gitops.sets.ApplicationSetReader;
import dev.slipway.gitops.sets.PullRequests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void saysWhichProjectsThereAre() {
        String url = "http://git/platform";
        String application = APPLICATION.formatted("a", "gone", url, "deploy", "", "dev", "red-dev");
        String project = PROJECT.formatted("there", url, "dev", "red-dev");

        assertThat(findings(application))
                .anyMatch(each -> each.expected().isEmpty()
                        && each.what().endsWith("is of project \"gone\", which is not there."));
        assertThat(findings(application + "---\n" + project))
                .anyMatch(each -> each.expected().equals("one of there"));
    }

    @Test
    void saysOfAnApplicationWithoutASourceThatItNamesNone() {
        String application = APPLICATION.formatted("a", "default", "u", "deploy", "", "dev", "red-dev");

        assertThat(findings(application.replaceFirst("  source:.*\n", "")))
                .singleElement()
                .satisfies(each -> assertThat(each.what())
                        .isEqualTo("The Application \"a\" (spec.source): it names no repository."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            source: {repoURL: u, path: shop, directory: {recurse: false}}                   | from-kustomize
            source: {repoURL: u, path: shop, helm: {values: "", parameters: []}}            | from-kustomize
            source: {repoURL: u, path: shop, directory: {include: 'd.yaml'}}                | shop
            sources: [{repoURL: u, path: shop, directory: {recurse: false}}]                | shop
            """)
    void takesAToolOfWhichNothingIsAskedForNotNamed(String source, String name) {
        MemoryTree tree = MemoryTree.ofTexts(
                "all.yaml",
                "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a, namespace: argocd}\n"
                        + "spec:\n  " + source + "\n  destination: {name: dev, namespace: dev}\n",
                "shop/kustomization.yaml",
                "resources: [d.yaml]\nnamePrefix: from-kustomize-\n",
                "shop/d.yaml",
                DEPLOYMENT);

        assertThat(DeclaredReader.read(tree, (_, _) -> new Answer.Found(tree, "1"), new Renderer())
                        .applications()
                        .getFirst()
                        .objects())
                .singleElement()
                .satisfies(object -> assertThat(object.name()).startsWith(name));
    }

    private static List<Finding> findings(String manifests) {
        return DeclaredReader.read(
                        MemoryTree.ofTexts("all.yaml", manifests),
                        (_, _) -> new Answer.Missing("unknown"),
                        new Renderer())
                .applications()
                .getFirst()
                .findings();
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

    @Test
    void carriesTheDoubtOfASourceUnlessItsCommitIsPinned() {
        Finding doubt = Finding.of("moving.yaml", "It is read as it was yesterday.", "");
        String moving = APPLICATION.formatted("moving", "any", "http://git/far", "deploy", "", "dev", "red-dev");
        MemoryTree platform = MemoryTree.ofTexts(
                "moving.yaml",
                moving,
                "pinned.yaml",
                moving.replace("name: moving", "name: pinned").replace("Revision: main", "Revision: c0ffee"));
        MemoryTree far = MemoryTree.ofTexts("deploy/d.yaml", DEPLOYMENT);

        Declared declared =
                DeclaredReader.read(platform, (_, _) -> new Answer.Found(far, "c0ffee", doubt), new Renderer());

        assertThat(declared.applications())
                .extracting(each -> each.application().name() + " " + declared.doubts(each))
                .containsExactly("moving [" + doubt + "]", "pinned []");
        assertThat(declared.applications())
                .allSatisfy(each -> assertThat(each.objects()).hasSize(1));
    }

    @Test
    void carriesTheDoubtOfWhatAGeneratorReadToWhatItMade() {
        Finding doubt = Finding.of("set.yaml", "It is read as it was yesterday.", "");
        String generator = "git: {repoURL: \"http://git/far\", revision: %s, directories: [{path: \"%s/*\"}]}";
        MemoryTree platform = MemoryTree.ofTexts("set.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: all}
                spec:
                  generators:
                    - matrix:
                        generators:
                          - %s
                          - list: {elements: [{stage: dev}, {stage: prod}]}
                    - %s
                    - list: {elements: [{"path.basename": listed, stage: dev}]}
                  template:
                    metadata: {name: "{{path.basename}}-{{stage}}"}
                    spec: {source: {repoURL: "http://git/near", path: k8s}, destination: {name: dev}}
                """.formatted(
                        generator.formatted("main", "services"), generator.formatted("c0ffee", "pinned")));
        MemoryTree far = MemoryTree.ofTexts("services/shop/a", "", "services/till/a", "", "pinned/frozen/a", "");
        Answer near = new Answer.Found(MemoryTree.ofTexts("k8s/d.yaml", DEPLOYMENT), "n");
        Sources sources = (url, _) -> url.equals("http://git/far") ? new Answer.Found(far, "c0ffee", doubt) : near;

        Declared declared = DeclaredReader.read(
                platform,
                sources,
                new Renderer(),
                new ApplicationSetReader(List.of(), _ -> new PullRequests.Answer.Unknown("nobody asks")));

        assertThat(declared.findings())
                .singleElement()
                .satisfies(each -> assertThat(each.what()).contains("\"stage\", which has no value for \"frozen-"));
        assertThat(declared.applications())
                .extracting(each -> each.application().name() + " " + declared.doubts(each))
                .containsExactly(
                        "frozen-{{stage}} []",
                        "listed-dev []",
                        "shop-dev [" + doubt + "]",
                        "shop-prod [" + doubt + "]",
                        "till-dev [" + doubt + "]",
                        "till-prod [" + doubt + "]");
    }

    @Test
    void saysOfASourceThatIsMissingWhatBringsIt() {
        String moving = APPLICATION.formatted("moving", "any", "http://git/far", "deploy", "", "dev", "red-dev");
        MemoryTree platform = MemoryTree.ofTexts("moving.yaml", moving);

        assertThat(nextSteps(platform, new Answer.Missing("it is being fetched", "Wait.")))
                .containsExactly("Wait.");
        assertThat(nextSteps(platform, new Answer.Missing("it has no such branch")))
                .containsExactly("Correct spec.source.");
    }

    private static List<String> nextSteps(MemoryTree platform, Answer answer) {
        return DeclaredReader.read(platform, (_, _) -> answer, new Renderer()).applications().stream()
                .flatMap(each -> each.findings().stream())
                .filter(each -> each.what().contains("its source is not there"))
                .map(Finding::next)
                .toList();
    }
}
