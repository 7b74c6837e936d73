package dev.slipway.builds.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildStep;
import dev.slipway.builds.HostPrograms;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeBuildsTest {

    @TempDir
    private Path data;

    private Builder builder;

    @BeforeEach
    void build() {
        Assumptions.assumeTrue(HostPrograms.find("node").isPresent(), "skipped: Node is not installed");
        builder = new Builder(TestDatabase.migrated().dataSource(), data, Duration.ofMinutes(2));
    }

    private Build of(String... pathsAndTexts) {
        builder.push(MemoryTree.ofTexts(pathsAndTexts));
        return builder.finish();
    }

    @Test
    void theShippedGoldenPathIsBuiltWithItsTests() {
        builder.push(Sources.ofTheGoldenPath("node-service"));

        Build build = builder.finish();

        assertThat(build.failure()).isNull();
        assertThat(build.provenance().details()).containsEntry("kind", "Node").containsKey("node");
        assertThat(builder.steps.of(build.id()))
                .extracting(BuildStep::name)
                .containsExactly("checkout", "check", "test", "package", "image");
        assertThat(builder.log(build.id())).contains("ℹ pass 7", "The image starts with: node src/main.js");
    }

    @Test
    void aTestThatFailsIsNamed() {
        Build build = of(
                "package.json",
                "{}",
                "server.js",
                "",
                "server.test.js",
                "require('node:test')('adds', () => { throw new Error('no'); });");

        assertThat(build.failure()).startsWith("Step \"test\" failed: node --test exited with 1: adds");
    }

    @Test
    void whatALinkOfATestLeadsToIsNotPackaged() {
        Build build = of(
                "package.json",
                "{\"files\": [\"src\"], \"scripts\": {\"start\": \"node src/main.js\"}}",
                "src/main.js",
                "",
                "x.test.js",
                "const fs = require('fs'); fs.rmSync('src', {recursive: true}); fs.symlinkSync('/etc', 'src');");

        assertThat(build.failure()).contains("\"src\"");
    }

    @Test
    void npmPackagesAreRefusedByName() {
        assertThat(of("package.json", "{\"dependencies\": {\"express\": \"5\"}}")
                        .failure())
                .contains("do not install npm packages", "express");
    }

    @Test
    void aScriptThatNeedsAShellIsRefused() {
        assertThat(of("package.json", "{\"scripts\": {\"start\": \"rm -rf x && node a.js\"}}")
                        .failure())
                .contains("the script \"start\" is", "such as \"node src/main.js\"");
    }

    @Test
    void aFileThatIsNoJsonIsRefusedWithItsLine() {
        assertThat(of("package.json", "{\n  \"name\": }").failure()).startsWith("package.json, line 2, is no JSON");
    }

    @Test
    void aNodeThatIsTooOldIsSaid() {
        assertThat(of("package.json", "{\"engines\": {\"node\": \">=999\"}}", "server.js", "")
                        .failure())
                .contains("needs 999 or newer");
    }
}
