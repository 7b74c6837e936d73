package dev.slipway.scaffolding.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileActionsTest {

    @Test
    void deletesPathsDirectoriesAndGlobs() {
        ActionWorld world =
                ActionWorld.of("a.txt", "", "docs/x/y.md", "", "src/one.tmp", "", "src/.hidden.tmp", "", "src/two", "");

        world.run("fs:delete", "files: [./a.txt, docs, '**/*.tmp']");

        assertThat(world.paths()).containsExactly("src/two");
    }

    @Test
    void movesOverwritingOnlyWhenAsked() {
        ActionWorld world = ActionWorld.of("a/f", "new", "b/f", "old");

        assertThatThrownBy(() -> world.run("fs:rename", "files: [{from: a, to: b}]"))
                .hasMessageContaining("\"b\" exists already");
        world.run("fs:rename", "files: [{from: a, to: b, overwrite: true}]");

        assertThat(world.paths()).containsExactly("b/f");
        assertThat(world.text("b/f")).isEqualTo("new");
    }

    @Test
    void refusesToMoveADirectoryIntoItselfOrOverWhatHoldsIt() {
        ActionWorld world = ActionWorld.of("a/b/f", "x");

        for (String pair :
                List.of("{from: a, to: a/c}", "{from: a/b, to: ./a, overwrite: true}", "{from: a, to: a/}")) {
            assertThatThrownBy(() -> world.run("fs:rename", "files: [" + pair + "]"))
                    .hasMessageContaining("the same, above or below");
        }
        assertThat(world.paths()).containsExactly("a/b/f");
    }

    @Test
    void listsFilesAndFolders() {
        ActionWorld world = ActionWorld.of("top", "", "a/f", "", "a/b/g", "");

        Map<String, Object> flat = world.run("fs:readdir", "paths: ['.']");
        Map<String, Object> deep = world.run("fs:readdir", "{paths: [a], recursive: true}");

        assertThat((List<?>) flat.get("files"))
                .isEqualTo(List.of(Map.of("name", "top", "path", "top", "fullPath", "/top")));
        assertThat((List<?>) flat.get("folders")).hasSize(1);
        assertThat((List<?>) deep.get("files")).hasSize(2);
        assertThat((List<?>) deep.get("folders"))
                .isEqualTo(List.of(Map.of("name", "b", "path", "a/b", "fullPath", "/a/b")));
    }

    @Test
    void appendsWritesAndKeepsModes() {
        ActionWorld world = ActionWorld.of();
        world.workspace.write("run.sh", new FileContent("#!/bin/sh\n".getBytes(), FileMode.EXECUTABLE));

        assertThat(world.run("roadiehq:utils:fs:append", "{path: run.sh, content: \"echo\\n\"}"))
                .containsEntry("path", "run.sh");
        world.run("roadiehq:utils:fs:append", "{path: new/list.txt, content: one}");
        world.run("roadiehq:utils:fs:write", "{path: new/list.txt, content: two}");

        assertThat(world.text("run.sh")).isEqualTo("#!/bin/sh\necho\n");
        assertThat(world.workspace.read("run.sh").orElseThrow().mode()).isEqualTo(FileMode.EXECUTABLE);
        assertThat(world.text("new/list.txt")).isEqualTo("two");
    }

    @Test
    void parsesTextYamlJsonAndSeveralDocuments() {
        ActionWorld world = ActionWorld.of(
                "a.yaml", "x: 1\n", "a.json", "{\n\t\"x\": [true, null]}", "m.yaml", "a: 1\n---\nb: 2\n");

        assertThat(world.run("roadiehq:utils:fs:parse", "{path: a.yaml}")).containsEntry("content", "x: 1\n");
        assertThat(world.run("roadiehq:utils:fs:parse", "{path: a.yaml, parser: yaml}"))
                .containsEntry("content", Map.of("x", 1L));
        assertThat(world.run("roadiehq:utils:fs:parse", "{path: a.json, parser: json}")
                        .get("content"))
                .hasToString("{x=[true, null]}");
        assertThat(world.run("roadiehq:utils:fs:parse", "{path: m.yaml, parser: multiyaml}"))
                .containsEntry("content", List.of(Map.of("a", 1L), Map.of("b", 2L)));
        assertThatThrownBy(() -> world.run("roadiehq:utils:fs:parse", "{path: m.yaml, parser: json}"))
                .hasMessageContaining("m.yaml:1:")
                .hasMessageContaining("Not JSON");
    }

    @Test
    void replacesTextsAndRegularExpressionsInGlobs() {
        ActionWorld world = ActionWorld.of(
                "pom.xml",
                "<v>1</v><v>2</v>",
                "sub/pom.xml",
                "<v>3</v>",
                ".mvn/pom.xml",
                "<v>4</v>",
                "a.txt",
                "a.b a.b");

        world.run("roadiehq:utils:fs:replace", """
                files:
                  - {file: '**/pom.xml', find: '<v>(\\d)</v>', matchRegex: true, replaceWith: '<v>$1.0</v>'}
                  - {file: a.txt, find: 'a.b', replaceWith: 'x'}
                """);

        assertThat(world.text("pom.xml")).isEqualTo("<v>1.0</v><v>2.0</v>");
        assertThat(world.text("sub/pom.xml")).isEqualTo("<v>3.0</v>");
        assertThat(world.text(".mvn/pom.xml")).isEqualTo("<v>4</v>");
        assertThat(world.text("a.txt")).isEqualTo("x x");
    }

    @Test
    void endsARegularExpressionThatWouldRunForever() {
        ActionWorld world = ActionWorld.of("a.txt", "a".repeat(5000) + "!");

        assertThatThrownBy(() -> world.run(
                        "roadiehq:utils:fs:replace",
                        "files: [{file: a.txt, find: '(a+)+$', matchRegex: true, replaceWith: x}]"))
                .hasMessageContaining("\"(a+)+$\" cannot be replaced in \"a.txt\"");
    }

    @Test
    void logsValuesAndTheWorkspace() {
        ActionWorld world = ActionWorld.of("a.txt", "hello");

        world.run("debug:log", "{message: {name: pricing}, listWorkspace: with-contents}");

        assertThat(world.log).containsExactly("name: pricing", "a.txt\nhello");
    }

    @Test
    void writesAnEntityAsYaml() {
        ActionWorld world = ActionWorld.of();

        world.run("catalog:write", "entity: {apiVersion: backstage.io/v1alpha1, metadata: {name: pricing}}");

        assertThat(world.text("catalog-info.yaml"))
                .isEqualTo("apiVersion: backstage.io/v1alpha1\nmetadata:\n  name: pricing\n");
    }
}
