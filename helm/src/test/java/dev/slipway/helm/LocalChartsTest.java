package dev.slipway.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.kustomize.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts that charts take from elsewhere in the tree, as helm dependency build does. */
class LocalChartsTest {

    private static final String SHOP = "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n";
    private static final String COMMON = "  - name: common\n    version: 1.x.x\n    repository: file://../common\n";

    private final Map<String, FileContent> files = new LinkedHashMap<>();

    LocalChartsTest() {
        put("charts/shop/Chart.yaml", SHOP + COMMON);
        put("charts/common/Chart.yaml", "apiVersion: v2\nname: common\nversion: 1.4.0\n");
        put("charts/common/values.yaml", "text: of common\n");
        put("charts/common/templates/a.yaml", template("common"));
    }

    private void put(String file, String text) {
        files.put(file, FileContent.text(text));
    }

    private static String template(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name
                + "-{{ .Chart.Name }}}\ndata: {text: {{ .Values.text }}}\n";
    }

    private HelmRendering render(ValueSource... values) {
        return render(MemoryTree.of(files), values);
    }

    private static HelmRendering render(FileTree tree, ValueSource... values) {
        return Helm.render(tree, "charts/shop", ReleaseOptions.of("rel", "ns").withValues(List.of(values)));
    }

    private static List<String> written(HelmRendering rendering) {
        return rendering.objects().stream()
                .map(each -> each.resource().name() + " "
                        + each.resource().text("data", "text").orElse(""))
                .toList();
    }

    private List<Problem> problems() {
        try {
            return render().warnings();
        } catch (HelmException e) {
            return e.problems();
        }
    }

    @Test
    void aChartOfAnotherDirectoryIsRenderedWithTheOneThatDeclaresIt() {
        put("charts/common/README.md", "ignored\n");
        put("charts/common/.helmignore", "README.md\n");

        HelmRendering rendering = render(new ValueSource.Set("common.text=set"));

        assertThat(written(rendering)).containsExactly("common-common set");
        assertThat(rendering.objects().getFirst().template()).isEqualTo("charts/common/templates/a.yaml");
        assertThat(rendering.objects().getFirst().source()).isEqualTo("shop/charts/common/templates/a.yaml");
        assertThat(rendering.filesRead())
                .contains("charts/common", "charts/common/values.yaml", "charts/shop/Chart.lock")
                .doesNotContain("charts/common/README.md");
        assertThat(Helm.localCharts(MemoryTree.of(files), "charts/shop")).containsExactly("charts/common");
    }

    @Test
    void oneChartStandsUnderSeveralAliasesEachWithItsCondition() {
        put(
                "charts/shop/Chart.yaml",
                SHOP + COMMON + "    alias: one\n    condition: one.enabled\n" + COMMON
                        + "    alias: two\n    condition: two.enabled\n" + COMMON
                        + "    alias: three\n    tags: [more]\n");
        put("charts/shop/values.yaml", "two: {text: second}\none: {enabled: false}\ntags: {more: false}\n");

        assertThat(written(render())).containsExactly("common-two second");
    }

    @Test
    void aLibraryOfAnotherDirectoryGivesItsTemplates() {
        put("charts/common/Chart.yaml", "apiVersion: v2\nname: common\nversion: 1.4.0\ntype: library\n");
        put("charts/common/templates/_a.tpl", "{{ define \"greeting\" }}hello{{ end }}");
        put("charts/shop/templates/a.yaml", template("shop").replace(".Values.text", "include \"greeting\" ."));

        assertThat(written(render())).containsExactly("shop-shop hello");
    }

    @Test
    void whatIsInTheFolderOfChartsStaysAsLongAsNothingIsMissing() {
        put("charts/shop/charts/common/Chart.yaml", "apiVersion: v2\nname: common\nversion: 1.0.0\n");
        put("charts/shop/charts/common/templates/a.yaml", "apiVersion: v1\nkind: A\nmetadata: {name: committed}\n");
        assertThat(render().objects().getFirst().resource().name()).isEqualTo("committed");
        assertThat(Helm.localCharts(MemoryTree.of(files), "charts/shop")).isEmpty();

        put("charts/other/Chart.yaml", "apiVersion: v2\nname: other\nversion: 1.0.0\n");
        put("charts/shop/Chart.yaml", SHOP + COMMON + COMMON.replace("common", "other"));
        assertThat(written(render())).containsExactly("common-common of common");
    }

    @Test
    void theLockOfAChartSaysWhichVersionIsTaken() {
        String lock = "dependencies:\n- name: common\n  repository: file://../common\n  version: 1.4.0\n";
        put("charts/shop/Chart.lock", lock);
        assertThat(problems()).isEmpty();

        put("charts/shop/Chart.lock", lock.replace("1.4.0", "1.3.0"));
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().toString()).isEqualTo("charts/shop/Chart.lock:2:1");
            assertThat(problem.what()).contains("1.4.0", "\"1.3.0\"");
        });

        put("charts/shop/Chart.lock", lock.replace("../common", "../base"));
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().toString()).isEqualTo("charts/shop/Chart.yaml:5:1");
            assertThat(problem.what()).contains("not in \"charts/shop/Chart.lock\"");
        });
    }

    @Test
    void whatAChartOfAnotherDirectoryDeclaresIsNotBuiltAsHelmDoesNotAndThatIsSaid() {
        put(
                "charts/common/Chart.yaml",
                "apiVersion: v2\nname: common\nversion: 1.4.0\ndependencies:\n"
                        + "  - {name: held, version: 1.0.0, repository: 'file://../held'}\n"
                        + COMMON.replace("common", "base")
                        + COMMON.replace("common", "spare") + "    condition: spare.enabled\n");
        put("charts/common/values.yaml", "text: of common\nspare: {enabled: false}\n");
        put("charts/common/charts/held/Chart.yaml", "apiVersion: v2\nname: held\nversion: 1.0.0\n");
        put("charts/base/Chart.yaml", "apiVersion: v2\nname: base\nversion: 1.0.0\n");
        put("charts/base/templates/a.yaml", template("base"));

        assertThat(written(render())).containsExactly("common-common of common");
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().toString()).isEqualTo("charts/common/Chart.yaml:6:1");
            assertThat(problem.what())
                    .startsWith("\"base\" 1.x.x is declared here")
                    .endsWith("nothing of it is rendered.");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "file://../../../etc, leads out of the repository",
        "file:///etc/common, is absolute; it means a place on the computer that builds the chart",
        "file://../none, There is no chart in \"charts/none\"",
        "file://., is the chart itself",
        "file://../../charts/shop, is the chart itself",
        "file://../.., or holds it",
        "'file://../common\\..', leads out",
    })
    void refusesWhatIsNoOtherChartOfTheRepository(String repository, String what) {
        put("Chart.yaml", "apiVersion: v2\nname: common\nversion: 1.0.0\n");
        put("charts/shop/Chart.yaml", SHOP + COMMON.replace("file://../common", repository));

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().toString()).isEqualTo("charts/shop/Chart.yaml:5:1");
            assertThat(problem.what()).contains(what);
        });
    }

    @Test
    void findsTheLineOfADependencyThatStandsInOne() {
        put(
                "charts/shop/Chart.yaml",
                SHOP + "  # all\n  - {name: common, version: 2.x, repository: file://../common}\n");

        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().toString()).isEqualTo("charts/shop/Chart.yaml:6:1"));
    }

    @Test
    void callsTheRootOfTheRepositoryByWords() {
        put("charts/shop/Chart.yaml", SHOP + COMMON.replace("file://../common", "file://../.."));

        assertThat(problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.what()).startsWith("There is no chart in the repository's root, which"));
    }

    @Test
    void refusesADependencyOfNoVersion() {
        put("charts/shop/Chart.yaml", SHOP + COMMON.replace("    version: 1.x.x\n", ""));

        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).startsWith("No version of \"common\" is declared"));
    }

    @ParameterizedTest
    @CsvSource({
        "name: common, name: other, 'is \"other\", not \"common\"'",
        "version: 1.4.0, version: 2.0.0, 'has the version 2.0.0, which \"1.x.x\" does not allow'"
    })
    void refusesAnotherChartThanTheOneThatIsMeant(String of, String by, String what) {
        put("charts/common/Chart.yaml", "apiVersion: v2\nname: common\nversion: 1.4.0\n".replace(of, by));

        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains(what));
    }

    @Test
    void followsNoLinkToAnotherDirectory(@TempDir Path outside, @TempDir Path root) throws IOException {
        files.forEach((file, content) -> {
            Path path = (file.startsWith("charts/common") ? outside : root).resolve(file);
            try {
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.write(path, content.bytes());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        Files.createSymbolicLink(root.resolve("charts/common"), outside.resolve("charts/common"));

        assertThatThrownBy(() -> render(new DirectoryTree(root)))
                .isInstanceOf(HelmException.class)
                .hasMessageContaining("There is no chart in \"charts/common\"");
    }
}
