package dev.slipway.gitops.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.checkout.Checkout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Releases written into repositories of several layouts. */
class ReleaseWriterTest {

    private static final String IMAGE = "r.example/shop";
    private static final String OLD = "sha256:" + "a".repeat(64);
    private static final String NEW = "sha256:" + "b".repeat(64);
    private static final String COMMIT = "c0ffee".repeat(6) + "c0ff";
    private static final String EARLIER = "deadbeef".repeat(5);
    private static final String MARK = " # slipway: git.example/shop@" + COMMIT;

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              template:
                spec:
                  containers:
                    - name: app
                      image: r.example/shop:1.0
                    - name: cache
                      image: r.example/redis:7
            """;

    private static final String OVERLAY = """
            resources: [../../base]
            images:
              # pinned by hand
              - name: r.example/shop
                newTag: "1.2" # of May
            replicas: [{name: shop, count: 3}]
            """;

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, FileTree> others = new LinkedHashMap<>();

    private static String application(String environment, String source) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: shop-%s
                  labels: {slipway.dev/service: shop, slipway.dev/environment: %s}
                spec:
                  source:
                %s""".formatted(environment, environment, source.indent(4));
    }

    private static String overlay(String environment) {
        return application(environment, "repoURL: https://git.example/gitops\npath: shop/overlays/" + environment);
    }

    private void overlays() {
        files.put("apps/shop.yaml", overlay("dev") + "---\n" + overlay("production"));
        files.put("shop/base/kustomization.yaml", "resources: [deployment.yaml]\n");
        files.put("shop/base/deployment.yaml", DEPLOYMENT);
        files.put("shop/overlays/dev/kustomization.yaml", OVERLAY);
        files.put("shop/overlays/production/kustomization.yaml", OVERLAY);
    }

    private static WantedRelease wanted(Map<String, String> images) {
        return new WantedRelease("shop", "production", "git.example/shop", COMMIT, new TreeMap<>(images));
    }

    private MemoryTree tree() {
        return MemoryTree.ofTexts(files.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new));
    }

    private Checkout read(FileTree tree) {
        return Checkout.read(tree, others);
    }

    private ReleaseChange change() {
        return new ReleaseWriter(this::read).write(tree(), wanted(Map.of(IMAGE, NEW)));
    }

    private String refusal() {
        assertThat(change()).isInstanceOf(ReleaseChange.Refused.class);
        List<Finding> findings = ((ReleaseChange.Refused) change()).findings();
        return findings.stream()
                .map(each -> each.where() + ": " + each.what() + " " + each.next())
                .reduce("", (one, other) -> one + other + "\n");
    }

    /** The one file that changes, after it was put into the tree and read again. */
    private String edited(String file) {
        ReleaseChange change = change();
        assertThat(change).isInstanceOf(ReleaseChange.Files.class);
        Map<String, String> texts = ((ReleaseChange.Files) change).texts();
        assertThat(texts).containsOnlyKeys(file);
        files.putAll(texts);
        assertThat(written()).isEqualTo(new WrittenRelease("git.example/shop", COMMIT, images(), List.of(file)));
        assertThat(change()).isEqualTo(new ReleaseChange.Files(new TreeMap<>()));
        return Objects.requireNonNull(texts.get(file));
    }

    private static TreeMap<String, String> images() {
        return new TreeMap<>(Map.of(IMAGE, NEW));
    }

    private WrittenRelease written() {
        Checkout checkout = read(tree());
        return checkout.declared().applications().stream()
                .filter(each -> each.application().name().equals("shop-production"))
                .flatMap(each -> new WrittenReleases(checkout.tree(), checkout.sources()).of(each).written().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOverlaysEntryGetsTheDigestInPlaceOfItsTagAndTheCommitBehindIt() {
        overlays();

        assertThat(edited("shop/overlays/production/kustomization.yaml")).isEqualTo("""
                resources: [../../base]
                images:
                  # pinned by hand
                  - name: r.example/shop
                    digest: %s%s
                replicas: [{name: shop, count: 3}]
                """.formatted(NEW, MARK));
    }

    @Test
    void theNextReleaseChangesDigestAndCommitAlone() {
        overlays();
        String before = OVERLAY.replace(
                "newTag: \"1.2\" # of May", "digest: " + OLD + " # frozen # slipway: git.example/shop@" + EARLIER);
        files.put("shop/overlays/production/kustomization.yaml", before);

        assertThat(written().commit()).isEqualTo(EARLIER);
        assertThat(edited("shop/overlays/production/kustomization.yaml"))
                .isEqualTo(before.replace(OLD, NEW).replace(EARLIER, COMMIT));
    }

    @Test
    void anotherCommitOfTheSameDigestIsAnotherRelease() {
        overlays();
        String before = OVERLAY.replace(
                "newTag: \"1.2\" # of May", "digest: " + NEW + " # slipway: git.example/shop@" + EARLIER);
        files.put("shop/overlays/production/kustomization.yaml", before);

        assertThat(edited("shop/overlays/production/kustomization.yaml")).isEqualTo(before.replace(EARLIER, COMMIT));
    }

    @Test
    void parametersOfAChartGetTheDigestBehindATag() {
        String application = application("production", """
                repoURL: https://git.example/gitops
                path: chart
                helm:
                  parameters:
                    - {name: image.tag, value: "1.0"}   # by hand
                """);
        files.put("apps/shop.yaml", application);
        chart();

        assertThat(edited("apps/shop.yaml"))
                .isEqualTo(
                        application.replace("\"1.0\"}   # by hand", "\"c0ffeec0ff@" + NEW + "\"}   # by hand" + MARK));
    }

    private void chart() {
        files.put("chart/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\nappVersion: \"0.7\"\n");
        files.put("chart/values.yaml", "image: {repository: r.example/shop}\n");
        files.put(
                "chart/templates/deployment.yaml",
                DEPLOYMENT.replace(
                        "r.example/shop:1.0",
                        "\"{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}\""));
    }

    @Test
    void anEnvironmentsFileOfValuesDecides() {
        files.put("apps/shop.yaml", application("production", """
                repoURL: https://git.example/gitops
                path: chart
                helm: {valueFiles: [values-production.yaml]}
                """));
        chart();
        files.put("chart/values-production.yaml", "image:\n  tag: v4\n");

        assertThat(edited("chart/values-production.yaml")).isEqualTo("image:\n  tag: c0ffeec0ff@" + NEW + MARK + "\n");
    }

    @Test
    void valuesWithinAnApplicationDecide() {
        String application = application("production", """
                repoURL: https://git.example/gitops
                path: chart
                helm:
                  values: |
                    image:
                      tag: v4   # here
                    other: 1
                """);
        files.put("apps/shop.yaml", application);
        chart();

        assertThat(edited("apps/shop.yaml"))
                .isEqualTo(application.replace("v4   # here", "c0ffeec0ff@" + NEW + "   # here" + MARK));
    }

    @Test
    void aPlainManifestAndTheImageOfASecondContainerInItsOwnWords() {
        files.put(
                "apps/shop.yaml",
                application("production", "repoURL: https://git.example/gitops\npath: shop/production"));
        files.put(
                "shop/production/deployment.yaml",
                DEPLOYMENT + "---\n" + DEPLOYMENT.replace("name: shop", "name: jobs"));

        assertThat(edited("shop/production/deployment.yaml"))
                .isEqualTo(files.get("shop/production/deployment.yaml"))
                .contains("image: r.example/redis:7\n")
                .containsSubsequence(IMAGE + "@" + NEW + MARK + "\n", IMAGE + "@" + NEW + MARK + "\n")
                .doesNotContain("shop:1.0");
    }

    @Test
    void anElementOfAnApplicationSetDecidesForItsEnvironment() {
        String set = """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: shop}
                spec:
                  generators:
                    - list:
                        elements:
                          - {env: dev, tag: "1.1"}
                          - {env: production, tag: "1.0"}
                  template:
                    metadata:
                      name: "shop-{{env}}"
                      labels: {slipway.dev/service: shop, slipway.dev/environment: "{{env}}"}
                    spec:
                      source:
                        repoURL: https://git.example/gitops
                        path: shop/base
                        kustomize: {images: ["r.example/shop:{{tag}}"]}
                """;
        overlays();
        files.put("apps/shop.yaml", set);

        assertThat(edited("apps/shop.yaml")).isEqualTo(set.replace("\"1.0\"}", "\"c0ffeec0ff@" + NEW + "\"}" + MARK));
    }

    @Test
    void anApplicationThatPinsACommitOfTheServiceIsWrittenAsGoldenPathsAre() {
        String application = application("production", """
                repoURL: https://git.example/shop
                targetRevision: %s
                path: deploy
                """.formatted(EARLIER));
        files.put("apps/all.yaml", overlay("dev") + "---\n" + application);
        files.put("shop/overlays/dev/kustomization.yaml", "resources: []\n");
        others.put(
                "https://git.example/shop",
                MemoryTree.ofTexts("deploy/kustomization.yaml", "resources: [d.yaml]\n", "deploy/d.yaml", DEPLOYMENT));

        assertThat(edited("apps/all.yaml"))
                .isEqualTo(overlay("dev") + "---\n"
                        + application.replace(EARLIER, COMMIT).stripTrailing()
                        + "\n    kustomize:\n      images:\n        - "
                        + IMAGE + "@" + NEW + "\n");
    }

    @Test
    void refusesWhatSeveralEnvironmentsShareAndNamesThem() {
        overlays();
        files.put("shop/overlays/dev/kustomization.yaml", "resources: [../../base]\n");
        files.put("shop/overlays/production/kustomization.yaml", "resources: [../../base]\n");

        assertThat(refusal())
                .startsWith("shop/base/deployment.yaml:9: ")
                .contains("\"shop-dev\" in dev", "a Release to production would reach them as well")
                .contains("an entry in \"images\" of its overlay");
    }

    @Test
    void refusesASharedPlaceAlsoWhereTheSameDigestStandsThereAlready() {
        overlays();
        files.put("shop/overlays/dev/kustomization.yaml", "resources: [../../base]\n");
        files.put("shop/overlays/production/kustomization.yaml", "resources: [../../base]\n");
        files.put(
                "shop/base/deployment.yaml",
                DEPLOYMENT.replace("shop:1.0", "shop@" + NEW + " # slipway: git.example/shop@" + EARLIER));

        assertThat(refusal()).contains("\"shop-dev\" in dev");
    }

    @Test
    void refusesWhatTheServicesOwnRepositoryDecidesAndSaysWhatToDo() {
        files.put(
                "apps/shop.yaml",
                application("production", "repoURL: https://git.example/shop\ntargetRevision: main\npath: deploy"));
        files.put("other.yaml", overlay("dev").replace("shop", "x"));
        others.put(
                "https://git.example/shop",
                MemoryTree.ofTexts("deploy/kustomization.yaml", "resources: [d.yaml]\n", "deploy/d.yaml", DEPLOYMENT));

        assertThat(refusal())
                .startsWith("https://git.example/shop deploy/d.yaml:9: ")
                .contains("in another repository")
                .contains("kustomize.images of the Application (apps/shop.yaml:1)", "pin its source to a whole commit");
    }

    @Test
    void refusesTheChartsOwnVersion() {
        files.put("apps/shop.yaml", application("production", "repoURL: https://git.example/gitops\npath: chart"));
        chart();

        assertThat(refusal()).startsWith("chart/Chart.yaml:4: ").contains("appVersion", "helm.parameters");
    }

    @Test
    void refusesWhatNobodyRuns() {
        overlays();
        files.put("shop/base/deployment.yaml", DEPLOYMENT.replace(IMAGE, "r.example/other"));

        assertThat(refusal()).contains("runs \"r.example/shop\"", "r.example/other, r.example/redis");
    }

    @Test
    void refusesWhatOtherAutomationWritesToo() {
        overlays();
        String updated =
                "  annotations: {argocd-image-updater.argoproj.io/image-list: \"app=r.example/shop:~1\"}\nspec:";
        files.put(
                "apps/shop.yaml",
                overlay("dev") + "---\n" + overlay("production").replace("spec:", updated));
        assertThat(refusal()).contains("image updater", "image-list");

        overlays();
        files.put(
                "apps/shop.yaml",
                overlay("dev") + "---\n"
                        + overlay("production")
                                .replace(
                                        "spec:",
                                        "  annotations: {kargo.akuity.io/authorized-stage: \"shop:production\"}\nspec:"));
        assertThat(refusal()).startsWith("apps/shop.yaml:").contains("Kargo", "\"shop:production\"");

        overlays();
        files.put(
                "shop/overlays/production/kustomization.yaml",
                OVERLAY.replace("# of May", "# {\"$imagepolicy\": \"flux-system:shop:tag\"}"));
        assertThat(refusal()).contains("production/kustomization.yaml:5", "Flux");
    }

    @Test
    void refusesToGuessAmongSeveralApplications() {
        overlays();
        files.put(
                "apps/shop.yaml",
                overlay("production") + "---\n" + overlay("production").replace("name: shop-", "name: eu-"));

        assertThat(refusal()).contains("\"eu-production\" (apps/shop.yaml:", "\"shop-production\" (apps/shop.yaml:");
    }

    @Test
    void anEditedMarkIsAnotherReleaseAndTwoOfThemAreNone() {
        overlays();
        edited("shop/overlays/production/kustomization.yaml");
        String file = Objects.requireNonNull(files.get("shop/overlays/production/kustomization.yaml"));

        files.put("shop/overlays/production/kustomization.yaml", file.replace(COMMIT, EARLIER));
        assertThat(written().commit()).isEqualTo(EARLIER);
        files.put("shop/overlays/production/kustomization.yaml", file.replace(MARK, ""));
        Checkout checkout = read(tree());
        assertThat(checkout.declared().applications())
                .allSatisfy(each -> assertThat(new WrittenReleases(checkout.tree(), checkout.sources())
                                .of(each)
                                .written())
                        .isEmpty());
    }
}
