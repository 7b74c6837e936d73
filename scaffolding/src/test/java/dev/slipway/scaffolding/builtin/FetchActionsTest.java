package dev.slipway.scaffolding.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.TemplateTree;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FetchActionsTest {

    @Test
    void rendersPathsAndContentsAndLeavesOutPathsWithEmptyParts() {
        ActionWorld world = ActionWorld.ofTemplate(
                "s/${{ values.name }}/f.txt", "Hi ${{ values.name }}",
                "s/${{ 'db' if values.db }}/schema.sql", "x",
                "s/deep/${{ '' }}/f", "x",
                "s/${{ 'LICENSE' if values.no }}", "x",
                "s/.hidden/.dot", "${{ values.missing }}.");

        world.run("fetch:template", "{url: ./s, values: {name: pricing, db: false}}");

        assertThat(world.paths()).containsExactly(".hidden/.dot", "pricing/f.txt");
        assertThat(world.text("pricing/f.txt")).isEqualTo("Hi pricing");
        assertThat(world.text(".hidden/.dot")).isEqualTo(".");
    }

    @Test
    void copiesRawContentUnderRenderedNames() {
        ActionWorld world = ActionWorld.ofTemplate(
                ".github/workflows/${{ values.n }}.yml",
                "run: ${{ github.sha }}",
                "chart/templates/x/a.yaml",
                "${{ kept }}",
                "b.md",
                "${{ values.n }}");

        world.run(
                "fetch:template",
                "{url: ., values: {n: ci}, copyWithoutTemplating: ['.github/**/*.yml', './chart/templates']}");

        assertThat(world.text(".github/workflows/ci.yml")).isEqualTo("run: ${{ github.sha }}");
        assertThat(world.text("chart/templates/x/a.yaml")).isEqualTo("${{ kept }}");
        assertThat(world.text("b.md")).isEqualTo("ci");
    }

    @Test
    void oldCopyWithoutRenderLeavesNamesAsTheyAre() {
        ActionWorld world = ActionWorld.ofTemplate("s/raw/${{ values.n }}", "${{ values.n }}");

        world.run("fetch:template", "{url: s, values: {n: ci}, copyWithoutRender: ['raw/*']}");

        assertThat(world.text("raw/${{ values.n }}")).isEqualTo("${{ values.n }}");
    }

    @Test
    void rendersOnlyFilesWithTheExtensionAndTakesItAway() {
        ActionWorld world = ActionWorld.ofTemplate(
                "s/a.txt.njk", "${{ values.n }}", "s/b.txt", "${{ values.n }}", "s/.njk", "${{ x }}");

        world.run("fetch:template", "{url: s, values: {n: ci}, templateFileExtension: true}");
        world.run("fetch:template", "{url: s, targetPath: other, values: {n: ci}, templateFileExtension: txt}");

        assertThat(world.text("a.txt")).isEqualTo("ci");
        assertThat(world.text("b.txt")).isEqualTo("${{ values.n }}");
        assertThat(world.text(".njk")).isEqualTo("${{ x }}");
        assertThat(world.text("other/b")).isEqualTo("ci");
    }

    @Test
    void readsCookiecuttersTemplates() {
        ActionWorld world = ActionWorld.ofTemplate(
                "s/{{cookiecutter.name}}/f", "{{ cookiecutter.list | jsonify }} ${{ cookiecutter.name }}");

        world.run("fetch:template", "{url: s, cookiecutterCompat: true, values: {name: p, list: [a]}}");

        assertThat(world.text("p/f")).isEqualTo("[\"a\"] $p");
    }

    @Test
    void keepsExistingFilesUnlessToldToReplaceThem() {
        ActionWorld world = ActionWorld.ofTemplate("s/f", "new");
        world.workspace.write("f", FileContent.text("old"));

        world.run("fetch:template", "{url: s, values: {}}");
        assertThat(world.text("f")).isEqualTo("old");

        world.run("fetch:template", "{url: s, values: {}, replace: true}");
        assertThat(world.text("f")).isEqualTo("new");
    }

    @Test
    void trimsAroundTagsWhenAsked() {
        ActionWorld world = ActionWorld.ofTemplate("s/f", "a\n  {% if true %}\nb\n  {% endif %}\n");

        world.run("fetch:template", "{url: s, values: {}, trimBlocks: true, lstripBlocks: true}");

        assertThat(world.text("f")).isEqualTo("a\nb\n");
    }

    @Test
    void keepsModesAndBinaryFiles() {
        byte[] binary = {(byte) 0x89, 'P', 0, '$', '{', '{'};
        ActionWorld world = new ActionWorld(MemoryTree.of(Map.of(
                "s/run.sh", new FileContent("echo ${{ values.n }}".getBytes(), FileMode.EXECUTABLE),
                "s/logo.png", new FileContent(binary, FileMode.REGULAR))));

        world.run("fetch:template", "{url: s, values: {n: 1}}");

        assertThat(world.workspace.read("run.sh")).contains(new FileContent("echo 1".getBytes(), FileMode.EXECUTABLE));
        assertThat(world.workspace.read("logo.png")).contains(new FileContent(binary, FileMode.REGULAR));
    }

    @Test
    void refusesInputsThatContradictEachOther() {
        ActionWorld world = ActionWorld.ofTemplate("s/f", "x");

        assertThatThrownBy(() ->
                        world.run("fetch:template", "{url: s, copyWithoutRender: [a], copyWithoutTemplating: [b]}"))
                .hasMessageContaining("\"copyWithoutRender\" and \"copyWithoutTemplating\" cannot be used together");
        assertThatThrownBy(() ->
                        world.run("fetch:template", "{url: s, templateFileExtension: true, cookiecutterCompat: true}"))
                .hasMessageContaining("cannot be used together");
    }

    @Test
    void fetchesSingleFiles() {
        ActionWorld world = ActionWorld.ofTemplate("parts/a.txt", "${{ values.n }}");

        world.run("fetch:template:file", "{url: ./parts/a.txt, targetPath: docs/a.md, values: {n: 1}}");
        world.run("fetch:template:file", "{url: ./parts/a.txt, targetPath: docs/a.md, values: {n: 2}}");
        world.run("fetch:plain:file", "{url: ./parts/a.txt, targetPath: raw.txt}");

        assertThat(world.text("docs/a.md")).isEqualTo("1");
        assertThat(world.text("raw.txt")).isEqualTo("${{ values.n }}");
        assertThatThrownBy(() -> world.run("fetch:plain:file", "{url: ./parts, targetPath: x}"))
                .hasMessage("There is no file \"./parts\" to fetch.");
    }

    @Test
    void rendersWithinTheWorkspace() {
        ActionWorld world = ActionWorld.of("in/${{ values.n }}.txt", "${{ values.n }}", "t.md", "${{ values.n }}");

        world.run("workspace:template", "{sourcePath: in, targetPath: out, values: {n: a}}");
        world.run("workspace:template:file", "{sourcePath: t.md, targetPath: t.md, replace: true, values: {n: a}}");

        assertThat(world.text("out/a.txt")).isEqualTo("a");
        assertThat(world.text("t.md")).isEqualTo("a");
        assertThatThrownBy(() -> world.run("workspace:template", "{sourcePath: in, targetPath: ./in/out}"))
                .hasMessageContaining("must not lie within");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "../../etc/passwd",
                "a/../../x",
                "..",
                "C:\\x",
                "C:/x",
                "..\\x",
                "a\0b",
                ".git/config",
                "nul"
            })
    void refusesSkeletonsWhoseNamesRenderToOtherPlaces(String name) {
        ActionWorld world = ActionWorld.ofTemplate("s/${{ values.n }}", "x");
        String input = "{url: s, values: {n: " + JsonMapper.shared().writeValueAsString(name) + "}}";

        assertThatThrownBy(() -> world.run("fetch:template", input))
                .isInstanceOf(ActionException.class)
                .hasMessageMatching("(?s).*(leads out of the workspace|cannot be written: ).*");
        assertThat(world.paths()).isEmpty();
    }

    @Test
    void leavesOutWhatRendersToADirectory() {
        ActionWorld world = ActionWorld.ofTemplate("s/${{ values.n }}", "x");

        world.run("fetch:template", "{url: s, values: {n: ../}}");

        assertThat(world.paths()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip!/b", "a.jar!/../b.txt", "..%2fx", "%2e%2e/x", "..%5cx", "a.tar/b"})
    void readsNothingIntoNamesOfFiles(String name) {
        ActionWorld world = ActionWorld.ofTemplate("s/d/${{ values.n }}", "x");

        world.run("fetch:template", "{url: s, targetPath: a.zip!, values: {n: '" + name + "'}}");

        assertThat(world.paths())
                .singleElement()
                .asString()
                .startsWith("a.zip!/d/")
                .doesNotContain("/../");
    }

    @Test
    void saysWhichLinksWereLeftOut() {
        ActionWorld world = new ActionWorld(MemoryTree.of(Map.of(
                "s/passwd",
                new FileContent("/etc/passwd".getBytes(), FileMode.SYMBOLIC_LINK),
                "s/f",
                FileContent.text("x"))));

        world.run("fetch:plain", "{url: s}");

        assertThat(world.paths()).containsExactly("f");
        assertThat(world.log).contains("Left out passwd: a link leads to another place");
    }

    /** Of a template in templates/job. */
    private static ActionWorld inRepository() {
        MemoryTree repository = MemoryTree.of(Map.of(
                "templates/job/s/f", FileContent.text("own"),
                "templates/common/${{ values.n }}", FileContent.text("${{ values.n }}"),
                "shared/run", FileContent.text("echo"),
                "shared/out", new FileContent("/etc/passwd".getBytes(StandardCharsets.UTF_8), FileMode.SYMBOLIC_LINK)));
        return new ActionWorld(new TemplateTree(MemoryTree.ofTexts("s/f", "own"), () -> repository, "templates/job"));
    }

    @Test
    void takesFilesFromElsewhereInTheTemplatesRepository() {
        ActionWorld world = inRepository();

        world.run("fetch:template", "{url: ../common, values: {n: ci}}");
        world.run("fetch:plain", "{url: ../../shared, targetPath: shared}");
        world.run("fetch:plain:file", "{url: ../../shared/run, targetPath: run}");
        world.run("fetch:plain", "{url: ../job/./s, targetPath: again}");
        world.run("fetch:plain", "{url: ./s, targetPath: own}");

        assertThat(world.paths()).containsExactly("again/f", "ci", "own/f", "run", "shared/run");
        assertThat(world.text("ci")).isEqualTo("ci");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../x",
                "../../../../etc/passwd",
                "/shared",
                "/etc/passwd",
                "../..\\shared",
                "../../shared/../../x"
            })
    void leavesNoRepository(String url) {
        assertThatThrownBy(() -> inRepository().run("fetch:plain", "{url: '" + url + "'}"))
                .hasMessageContaining("leads out of the template's");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../shared/out", "../../shared/out/etc", "../../nothing"})
    void followsNoLinkInTheRepository(String url) {
        assertThatThrownBy(() -> inRepository().run("fetch:plain", "{url: '" + url + "'}"))
                .hasMessageContaining("There is no directory");
        assertThatThrownBy(() -> inRepository().run("fetch:plain:file", "{targetPath: t, url: '" + url + "'}"))
                .hasMessageContaining("There is no file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/x", "http://127.0.0.1/latest", "file:///etc/passwd", "git@github.com:a/b.git",
                        "//example.com/x",
                "/etc/passwd", "../../etc/passwd", "C:\\Windows", "s\\..\\..\\x", "jar:file:x!/y"
            })
    void fetchesNothingFromElsewhere(String url) {
        ActionWorld world = ActionWorld.ofTemplate("s/f", "x");

        for (String action :
                new String[] {"fetch:template", "fetch:plain", "fetch:plain:file", "fetch:template:file"}) {
            assertThatThrownBy(() -> world.run(action, "{url: '" + url + "', targetPath: t}"))
                    .hasMessageMatching("(?s)\"" + Pattern.quote(url) + "\" (cannot be fetched|leads out of).*");
        }
    }
}
