package dev.slipway.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.Sources.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FootingTest {

    private static final String OWN = "https://git/platform.git";

    private final Map<String, FileContent> before = new TreeMap<>();
    private final Map<String, FileContent> after = new TreeMap<>();

    @Test
    void valuesOfAChartThatIsNotAtHandCount() {
        application("""
                  sources:
                    - {repoURL: https://charts.example, chart: redis, targetRevision: 1.0.0,
                       helm: {valueFiles: [$values/redis/prod.yaml, $values/redis/all/*.yaml]}}
                    - {repoURL: https://git/platform.git, targetRevision: main, ref: values}
                """);
        same("redis/prod.yaml", "replicas: 1\n");
        same("redis/dev.yaml", "replicas: 1\n");

        change("redis/dev.yaml", "replicas: 2\n");
        assertThat(difference()).isEmpty();
        change("redis/prod.yaml", "replicas: 2\n");
        assertThat(difference()).contains("redis/prod.yaml");
        after.put("redis/prod.yaml", before.get("redis/prod.yaml"));
        change("redis/all/new.yaml", "replicas: 2\n");
        assertThat(difference()).contains("redis/all/new.yaml");
    }

    @Test
    void whatAKustomizationThatCannotBeRenderedRefersToCounts() {
        application("""
                  source: {repoURL: https://git/platform.git, targetRevision: main, path: shop/prod}
                """);
        same("shop/prod/kustomization.yaml", """
                resources: [https://elsewhere.example/base?ref=v1, ../common]
                patches:
                  - path: ../patches/prod patch.yaml
                configMapGenerator:
                  - {name: c, files: [settings=../settings.properties]}
                """);
        same("shop/common/kustomization.yaml", "resources: [../../lib/service.yaml]\n");
        same("shop/patches/prod patch.yaml", "a: 1\n");
        same("shop/settings.properties", "a=1\n");
        same("lib/service.yaml", "a: 1\n");
        same("lib/other.yaml", "a: 1\n");

        change("lib/other.yaml", "a: 2\n");
        assertThat(difference()).isEmpty();
        for (String path :
                new String[] {"lib/service.yaml", "shop/patches/prod patch.yaml", "shop/settings.properties"}) {
            change(path, "b: 2\n");
            assertThat(difference()).contains(path);
            after.put(path, before.get(path));
        }
    }

    @Test
    void whatAChartMakesOfItsClusterCounts() {
        application("""
                  source:
                    repoURL: https://git/platform.git
                    targetRevision: main
                    path: shop
                    helm: {valueFiles: [prod.yaml]}
                """);
        project();
        String template = """
                apiVersion: v1
                kind: Service
                metadata: {name: shop}
                {{- if .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" }}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: monitored}
                data: {a: "1"}
                {{- end }}
                """;
        same("shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
        same("shop/prod.yaml", "a: 1\n");
        same("shop/dev.yaml", "a: 1\n");
        same("shop/templates/all.yaml", template);

        change("shop/dev.yaml", "a: 2\n");
        assertThat(difference()).isEmpty();
        change("shop/prod.yaml", "a: 2\n");
        assertThat(difference()).contains("shop/prod.yaml");
        after.put("shop/prod.yaml", before.get("shop/prod.yaml"));
        change("shop/templates/all.yaml", template.replace("a: \"1\"", "a: \"2\""));
        assertThat(difference()).contains("shop/templates/all.yaml");
    }

    @Test
    void ofPlainManifestsOnlyThoseThatCannotBeReadCount() {
        application("""
                  source: {repoURL: https://git/platform.git, targetRevision: main, path: shop}
                """);
        same("shop/service.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: shop}\n");
        same("shop/main.jsonnet", "local lib = import '../lib/lib.libsonnet'; lib\n");
        same("lib/lib.libsonnet", "{a: importstr 'words.txt', b: import 'shop/by-root.libsonnet'}\n");
        same("shop/by-root.libsonnet", "{}");
        same("lib/words.txt", "one");
        link("shop/linked.yaml", "../lib/target.yaml");
        same("lib/target.yaml", "a: 1\n");

        change("shop/service.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: till}\n");
        assertThat(difference()).isEmpty();
        change("lib/words.txt", "two");
        assertThat(difference()).contains("lib/words.txt");
        after.put("lib/words.txt", before.get("lib/words.txt"));
        change("lib/target.yaml", "a: 2\n");
        assertThat(difference()).contains("lib/target.yaml");
    }

    @Test
    void aPluginReadsItsDirectoryAndWhatTheAnnotationNames() {
        application("""
                  source: {repoURL: https://git/platform.git, targetRevision: main, path: shop, plugin: {name: cdk}}
                """);
        same("shop/main.ts", "1");
        same("lib/a.ts", "1");
        change("lib/a.ts", "2");
        assertThat(difference()).isEmpty();
        change("shop/main.ts", "2");
        assertThat(difference()).contains("shop/main.ts");

        after.put("shop/main.ts", before.get("shop/main.ts"));
        annotate("argocd.argoproj.io/manifest-generate-paths: .;/lib");
        assertThat(difference()).contains("lib/a.ts");
    }

    @Test
    void whatDecidesLaterCountsThoughItRendersTheSame() {
        application("""
                  source: {repoURL: https://git/platform.git, targetRevision: main, path: shop}
                """);
        same("shop/service.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: shop}\n");
        assertThat(difference()).isEmpty();

        String manifest = before.get("bootstrap/root.yaml").text();
        change("bootstrap/root.yaml", manifest.replace("spec:\n", "spec:\n  revisionHistoryLimit: 3\n"));
        assertThat(difference()).isEmpty();
        change("bootstrap/root.yaml", manifest.replace("targetRevision: main", "targetRevision: HEAD"));
        assertThat(difference()).contains("spec.source");
        change("bootstrap/root.yaml", manifest.replace("spec:\n", "spec:\n  ignoreDifferences: [{kind: Service}]\n"));
        assertThat(difference()).contains("spec.ignoreDifferences");
        change(
                "bootstrap/root.yaml",
                manifest.replace("{name: shop}", "{name: shop, annotations: {argocd-image-updater.argoproj.io/x: a}}"));
        assertThat(difference()).contains("metadata.annotations");
    }

    @Test
    void everythingThatItsManifestSaysCountsButNotes() {
        application("""
                  source: {repoURL: https://git/platform.git, targetRevision: main, path: shop}
                """);
        same("shop/service.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: shop}\n");
        String manifest = before.get("bootstrap/root.yaml").text();

        change("bootstrap/root.yaml", manifest + "operation: {sync: {revision: x}}\n");
        assertThat(difference()).contains("operation");
        change("bootstrap/root.yaml", manifest.replace("{name: shop}", "{name: shop, finalizers: [x]}"));
        assertThat(difference()).contains("metadata.finalizers");
        change("bootstrap/root.yaml", manifest.replace("{name: shop}", "{name: shop, labels: {helm.sh/chart: a-1}}"));
        assertThat(difference()).isEmpty();
    }

    @Test
    void twoRevisionsOfOneRepositoryAreTwoTrees() {
        application("""
                  sources:
                    - {repoURL: https://git/platform.git, targetRevision: main, path: chart,
                       helm: {valueFiles: [$values/prod.yaml, $values/$ARGOCD_APP_NAME.yaml]}}
                    - {repoURL: https://git/platform.git, targetRevision: other, ref: values}
                """);
        same("chart/Chart.yaml", "apiVersion: v2\nname: chart\nversion: 1.0.0\n");
        same("chart/templates/broken.yaml", "{{ broken");
        same("prod.yaml", "a: 1\n");
        same("shop.yaml", "a: 1\n");

        change("shop.yaml", "a: 2\n");
        assertThat(difference()).contains("shop.yaml");
        after.put("shop.yaml", before.get("shop.yaml"));
        change("prod.yaml", "a: 2\n");
        assertThat(difference()).contains("@other prod.yaml");
    }

    @Test
    void aSourceBehindALinkAndOneByAnotherAddressAreFound() {
        application("""
                  source: {repoURL: https://git/platform.git, targetRevision: main, path: current/shop}
                """);
        link("current", "v1");
        same("v1/shop/service.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: shop}\n");
        change("v1/shop/service.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: till}\n");
        assertThat(difference()).contains("v1/shop/service.yaml");

        application("""
                  source: {repoURL: "ssh://git@git/platform.git", targetRevision: main, path: v1/shop}
                """);
        assertThat(difference()).contains("v1/shop/service.yaml");
    }

    private void application(String sources) {
        same("bootstrap/root.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop}
                spec:
                  project: p
                  destination: {name: c, namespace: n}
                """ + sources.indent(0));
    }

    private void annotate(String annotation) {
        String manifest = before.get("bootstrap/root.yaml").text();
        same(
                "bootstrap/root.yaml",
                manifest.replace("{name: shop}", "{name: shop, annotations: {" + annotation + "}}"));
    }

    private void same(String path, String text) {
        before.put(path, FileContent.text(text));
        after.put(path, FileContent.text(text));
    }

    private void link(String path, String target) {
        FileContent link = new FileContent(target.getBytes(StandardCharsets.UTF_8), FileMode.SYMBOLIC_LINK);
        before.put(path, link);
        after.put(path, link);
    }

    private void change(String path, String text) {
        after.put(path, FileContent.text(text));
    }

    /** Which the Application is of; without one it counts as not permitted. */
    private void project() {
        String root = new String(before.get("bootstrap/root.yaml").bytes(), StandardCharsets.UTF_8);
        same("bootstrap/root.yaml", root + """
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: p}
                spec: {sourceRepos: ["*"], destinations: [{name: "*", server: "*", namespace: "*"}]}
                """);
    }

    private String difference() {
        return footing(before).differenceTo(footing(after));
    }

    private static Footing footing(Map<String, FileContent> files) {
        MemoryTree tree = MemoryTree.of(files);
        Sources sources = (url, _) -> url.equals(OWN) ? new Answer.Found(tree, "c") : new Answer.Missing("it is away");
        Declared declared = DeclaredReader.read(tree, sources, new Renderer());
        return Footing.of(declared.applications().getFirst(), tree, sources);
    }
}
