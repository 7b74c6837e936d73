package dev.slipway.builds.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildFinished;
import dev.slipway.builds.BuildStatus;
import dev.slipway.builds.BuildStep;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.git.CommitStatus;
import dev.slipway.kernel.CommitId;
import dev.slipway.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBuildsTest {

    private static final String IMAGE = "registry.localhost/acme/pricing-api";

    @TempDir
    private Path data;

    private final TestDatabase database = TestDatabase.migrated();
    private Builder builder;

    @BeforeEach
    void build() {
        builder = new Builder(database.dataSource(), data, Duration.ofMinutes(2));
    }

    @Test
    void aPushBecomesAnImageWithProvenanceAndAStatus() {
        CommitId commit = builder.push(Sources.good());

        Build build = builder.finish();

        assertThat(build.failure()).isNull();
        assertThat(build.images()).containsOnlyKeys(IMAGE);
        assertThat(build.provenance().details()).containsKeys("jdk", "kind", "commit");
        assertThat(builder.steps.of(build.id()))
                .extracting(BuildStep::name)
                .containsExactly("checkout", "compile", "test", "package", "image");
        assertThat(builder.host.statuses(Builder.REPOSITORY, commit).getLast().state())
                .isEqualTo(CommitStatus.State.SUCCESS);
        assertThat(builder.events).containsExactly(new BuildFinished(build.id()));
    }

    @Test
    void theShippedGoldenPathIsBuiltWithItsTests() {
        builder.push(Sources.ofTheGoldenPath("java-service"));

        Build build = builder.finish();

        assertThat(build.failure()).isNull();
        assertThat(builder.log(build.id())).contains("ServiceTest: 5 answers as expected", "app.jar starts Main");
    }

    @Test
    void theSameSourcesGiveTheSameDigestOnAnotherDayAndInAnotherDirectory(@TempDir Path other) {
        builder.push(Sources.good());
        Builder second = new Builder(TestDatabase.migrated().dataSource(), other, Duration.ofMinutes(2));
        second.push(Sources.good());

        assertThat(second.finish().images()).isEqualTo(builder.finish().images());
    }

    @Test
    void aCommitIsBuiltOnceHoweverOftenItIsSeen() {
        CommitId commit = builder.push(Sources.good());
        builder.finish();
        builder.git.branch(Builder.REPOSITORY, "same", commit);

        builder.finish();

        assertThat(builder.rows.of(Builder.REPOSITORY, 10)).hasSize(1);
    }

    @Test
    void aFailingTestFailsTheBuildWithItsErrorAndMakesNoImage() {
        CommitId commit = builder.push(Sources.withTest("throw new AssertionError(\"7 is not 42\");"));

        Build build = builder.finish();

        assertThat(build.status()).isEqualTo(BuildStatus.FAILED);
        assertThat(build.failure())
                .isEqualTo(
                        "Step \"test\" failed: ApplicationTest exited with 1: java.lang.AssertionError: 7 is not 42");
        assertThat(build.images()).isEmpty();
        assertThat(builder.images.known("acme/pricing-api")).isFalse();
        assertThat(builder.host.statuses(Builder.REPOSITORY, commit).getLast().state())
                .isEqualTo(CommitStatus.State.FAILURE);
    }

    @Test
    void aCompileErrorIsToldWithFileAndLine() {
        builder.push(Sources.thatDoesNotCompile());

        assertThat(builder.finish().failure())
                .startsWith("Step \"compile\" failed: javac exited with 1: src/main/java/Application.java:1: error:");
    }

    @Test
    void whatNothingCanBuildSaysWhatWasExpected() {
        builder.push(MemoryTree.ofTexts("deploy/base/kustomization.yaml", "resources: []\n"));

        assertThat(builder.finish().failure())
                .contains("Expected: pom.xml in the root; or Java sources in src/main/java");
    }

    @Test
    void aLinkOutOfTheRepositoryIsRefused() {
        FileContent link =
                new FileContent("../../../etc/passwd".getBytes(StandardCharsets.UTF_8), FileMode.SYMBOLIC_LINK);
        builder.push(MemoryTree.of(Map.of(
                "src/main/java/Application.java", FileContent.text("class Application {}"), "src/passwd", link)));

        assertThat(builder.finish().failure()).startsWith("Step \"checkout\" failed: The symbolic link \"src/passwd\"");
    }

    @Test
    void aBuildThatTakesTooLongEndsWithEverythingThatItStarted() {
        builder = new Builder(database.dataSource(), data, Duration.ofSeconds(6));
        builder.push(Sources.withTest(
                "new ProcessBuilder(\"sh\", \"-c\", \"sleep 987654 & sleep 987654\").start().waitFor();"));

        Build build = builder.finish();

        assertThat(build.failure()).contains("took longer than 6 s");
        assertThat(sleepers("987654")).isZero();
    }

    @Test
    void theBuildSeesNeitherSlipwaysEnvironmentNorItsData() throws Exception {
        Files.writeString(data.resolve("secret"), "key");
        builder.push(Sources.withTest("System.out.println(\"env \" + System.getenv().keySet());"
                + "System.out.println(\"secret \" + java.nio.file.Files.exists(java.nio.file.Path.of(\""
                + data.resolve("secret") + "\")));"));

        Build build = builder.finish();

        String hidden = builder.sandbox.level().equals("none") ? "secret true" : "secret false";
        assertThat(builder.log(build.id()))
                .contains(hidden)
                .anySatisfy(line -> assertThat(line).startsWith("env [").doesNotContain("MAVEN", "SLIPWAY_TOKEN"));
        assertThat(build.provenance().isolation()).isEqualTo(builder.sandbox.level());
    }

    @Test
    void aCancelledBuildLeavesNoProcess() throws Exception {
        builder.push(Sources.withTest("new ProcessBuilder(\"sleep\", \"876543\").start().waitFor();"));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            builder.local.reconcile();
            return sleepers("876543") > 0;
        });

        builder.states.cancel(builder.newest(), "Cancelled by red-dev");
        builder.workers.interrupt(builder.newest().id());

        assertThat(sleepers("876543")).isZero();
        assertThat(builder.newest().status()).isEqualTo(BuildStatus.CANCELLED);
    }

    @Test
    void aBuildThatWasInterruptedSixTimesIsGivenUp() {
        builder.push(Sources.good());
        builder.queue.queue(Builder.REPOSITORY, new CommitId("0".repeat(39) + "1"), "main", "none", Instant.now());
        Build build = builder.newest();
        for (int attempt = 0; attempt < 6; attempt++) {
            builder.queue.start(build.id(), Instant.now());
            if (attempt < 5) {
                builder.queue.requeue(build.id());
            }
        }

        assertThat(builder.finish().failure()).startsWith("The build was interrupted 6 times.");
    }

    private static long sleepers(String seconds) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(java.util.Arrays::stream)
                        .anyMatch(seconds::equals))
                .count();
    }
}
