package dev.slipway.scaffolding.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class DataActionsTest {

    @Test
    void mergesIntoJsonOrMakesIt() {
        ActionWorld world =
                ActionWorld.of("package.json", "{\n    \"name\": \"a\",\n    \"keywords\": [\"x\", \"y\"]\n}");

        world.run(
                "roadiehq:utils:json:merge",
                "{path: package.json, content: {keywords: [z], scripts: {lint: eslint}}, matchFileIndent: true}");
        world.run("roadiehq:utils:json:merge", "{path: new.json, content: '{\"n\": 1.0}'}");

        assertThat(world.text("package.json")).isEqualTo("""
                {
                    "name": "a",
                    "keywords": [
                        "z",
                        "y"
                    ],
                    "scripts": {
                        "lint": "eslint"
                    }
                }""");
        assertThat(world.text("new.json")).isEqualTo("{\n  \"n\": 1\n}");
    }

    @Test
    void joinsListsWhenAsked() {
        ActionWorld world = ActionWorld.of("a.json", "{\"k\": [\"x\", \"y\"]}");

        world.run("roadiehq:utils:json:merge", "{path: a.json, content: {k: [y, z]}, mergeArrays: true}");

        assertThat(world.text("a.json")).isEqualTo("{\n  \"k\": [\n    \"x\",\n    \"y\",\n    \"z\"\n  ]\n}");
    }

    @Test
    void mergesIntoYamlAndLeavesTheRestAsItIs() {
        ActionWorld world = ActionWorld.of("values.yaml", """
                # who reads this
                environments:   # all of them
                  dev: {replicas: 1}
                name: 'pricing'
                """);

        world.run(
                "roadiehq:utils:yaml:merge",
                "{path: values.yaml, content: {environments: {staging: {replicas: 2}}, name: pricing}}");

        assertThat(world.text("values.yaml")).isEqualTo("""
                # who reads this
                environments:   # all of them
                  dev: {replicas: 1}
                  staging:
                    replicas: 2
                name: 'pricing'
                """);
    }

    @Test
    void mergesIntoTheDocumentWithTheField() {
        ActionWorld world =
                ActionWorld.of("apps.yaml", "metadata: {name: a}\n---\nmetadata: {name: b} # this\nspec: {}\n");
        String input = "{path: apps.yaml, content: {spec: {replicas: 3}}";

        assertThatThrownBy(() -> world.run("roadiehq:utils:merge", input + "}"))
                .hasMessageContaining("holds 2 documents");
        world.run("roadiehq:utils:merge", input + ", useDocumentIncludingField: {key: metadata.name, value: b}}");

        assertThat(world.text("apps.yaml"))
                .startsWith("metadata: {name: a}\n---\nmetadata: {name: b} # this\n")
                .contains("replicas: 3");
    }

    @Test
    void serializesAsJavaScriptDoes() {
        ActionWorld world = ActionWorld.of();

        assertThat(world.run("roadiehq:utils:serialize:json", "{data: {a: 1.0, b: [x, null], c: 2}, replacer: [a, b]}"))
                .containsEntry("serialized", "{\"a\":1,\"b\":[\"x\",null]}");
        assertThat(world.run("roadiehq:utils:serialize:json", "{data: {a: 1}, space: \"\\t\"}"))
                .containsEntry("serialized", "{\n\t\"a\": 1\n}");
        assertThat(world.run("roadiehq:utils:serialize:yaml", "{data: {a: [1, 'yes']}}"))
                .containsEntry("serialized", "a:\n  - 1\n  - \"yes\"\n");
    }

    @Test
    void endsYamlThatGrowsWithoutBounds() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(10, alias))));
        }
        ActionWorld world = ActionWorld.of("bomb.yaml", bomb.toString(), "deep.json", "[".repeat(100_000));

        for (String parse : new String[] {"{path: bomb.yaml, parser: yaml}", "{path: bomb.yaml, parser: multiyaml}"}) {
            assertThatThrownBy(() -> world.run("roadiehq:utils:fs:parse", parse))
                    .hasMessageContaining("too large");
        }
        assertThatThrownBy(() -> world.run("roadiehq:utils:yaml:merge", "{path: bomb.yaml, content: {b: 1}}"))
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> world.run("roadiehq:utils:fs:parse", "{path: deep.json, parser: json}"))
                .hasMessageContaining("deep.json: Not JSON");
    }
}
