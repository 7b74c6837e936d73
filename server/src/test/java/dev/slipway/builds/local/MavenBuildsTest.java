package dev.slipway.builds.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildStatus;
import dev.slipway.builds.BuildStep;
import dev.slipway.builds.images.ImageNames;
import dev.slipway.builds.images.StoredImages;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.support.FixedPlatform;
import dev.slipway.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class MavenBuildsTest {

    private static final String IMAGE = "registry.localhost/acme/pricing-api";

    /** A wrapper that is no Maven, so that nothing has to be downloaded: it does what the test says. */
    private static final String WRAPPER = """
            case "$*" in
              *--version*) echo "Apache Maven 3.9.99"; exit 0;;
            esac
            for argument; do
              case "$argument" in
                -Dmaven.repo.local=*) own=${argument#*=};;
                -Dmaven.repo.local.tail=*) shared=${argument#*=};;
              esac
            done
            """;

    private static final String DOWNLOAD = """
            mkdir -p $own/org/acme/thing/1.0
            echo good > $own/org/acme/thing/1.0/thing-1.0.jar
            """;

    private static final String JAR = """
            mkdir -p target/classes
            echo 'public class A { public static void main(String[] a) {} }' > target/A.java
            "$JAVA_HOME/bin/javac" -d target/classes target/A.java
            "$JAVA_HOME/bin/jar" --create --file target/app-1.0.jar --main-class A -C target/classes .
            """;

    @TempDir
    private Path data;

    private Builder builder;

    @BeforeEach
    void build() {
        builder = new Builder(TestDatabase.migrated().dataSource(), data, Duration.ofMinutes(5));
    }

    private Build of(String branch, String script) {
        builder.git.commit(
                Builder.REPOSITORY, branch, MemoryTree.ofTexts("pom.xml", "<project/>", "mvnw", WRAPPER + script));
        return builder.finish();
    }

    private Set<String> cached() throws IOException {
        Path cache = builder.directories.dependencies();
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> cache.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void theRunnableJarBecomesTheApplication() {
        Build build = of("main", JAR);

        assertThat(build.failure()).isNull();
        assertThat(build.provenance().details()).containsEntry("kind", "Maven").containsEntry("maven", "3.9.99");
        assertThat(builder.steps.of(build.id()))
                .extracting(BuildStep::name)
                .containsExactly("checkout", "maven", "verify", "package", "cache", "image");
    }

    @Test
    void aProtectedBranchFillsTheCacheThatPullRequestsRead() throws IOException {
        of("main", DOWNLOAD + JAR);

        Build build = of("change", "cat $shared/org/acme/thing/1.0/thing-1.0.jar\n" + JAR);

        assertThat(cached()).containsExactly("maven/org/acme/thing/1.0/thing-1.0.jar");
        assertThat(builder.log(build.id())).contains("good");
    }

    @Test
    void whatAPullRequestDownloadsIsGoneWithIt() throws IOException {
        Build build = of("change", DOWNLOAD + JAR);

        assertThat(build.status()).isEqualTo(BuildStatus.SUCCEEDED);
        assertThat(cached()).isEmpty();
    }

    @Test
    void aPullRequestCannotWriteIntoTheCache() throws IOException {
        of("main", DOWNLOAD + JAR);
        Assumptions.assumeTrue(builder.sandbox.level().equals("user-namespace"), "skipped: no namespaces");

        Build build = of("change", """
                mount -o remount,bind,rw "$(dirname "$shared")"
                umount "$(dirname "$shared")"
                echo bad > $shared/org/acme/thing/1.0/thing-1.0.jar
                echo bad > $shared/more
                """ + JAR);

        assertThat(build.status()).isEqualTo(BuildStatus.SUCCEEDED);
        assertThat(cached()).containsExactly("maven/org/acme/thing/1.0/thing-1.0.jar");
        assertThat(builder.directories.dependencies().resolve("maven/org/acme/thing/1.0/thing-1.0.jar"))
                .hasContent("good");
    }

    @Test
    void whatIsCachedIsNeverReplaced() throws IOException {
        of("main", DOWNLOAD + JAR);

        of("main", DOWNLOAD.replace("good", "other") + JAR);

        assertThat(builder.directories.dependencies().resolve("maven/org/acme/thing/1.0/thing-1.0.jar"))
                .hasContent("good");
    }

    @Test
    void keepsNeitherSnapshotsNorIndexesNorWhatLinksLeadTo() throws IOException {
        of("main", """
                mkdir -p $own/org/acme/thing/1.0-SNAPSHOT $own/org/acme/other/1.0
                echo x > $own/org/acme/thing/1.0-SNAPSHOT/thing-1.0-SNAPSHOT.jar
                echo x > $own/org/acme/thing/maven-metadata-central.xml
                echo x > $own/org/acme/other/1.0/other-1.0.pom.lastUpdated
                ln -s /etc/passwd $own/org/acme/other/1.0/other-1.0.pom
                """ + JAR);

        assertThat(cached()).isEmpty();
    }

    @Test
    void anArtifactThatCannotBeHadIsSaidAsSuch() {
        Build build = of("main", """
                echo "[INFO] x"
                echo "[ERROR] Non-resolvable parent POM: Could not transfer artifact a:b:pom:1 from central"
                exit 1
                """);

        assertThat(build.failure())
                .startsWith(
                        "Step \"verify\" failed: mvn verify exited with 1: a dependency is neither in the cache nor")
                .contains("a:b:pom:1");
    }

    @Test
    void theTestThatFailedIsNamed() {
        Build build = of("main", """
                echo "[ERROR] Tests run: 1, Failures: 1 <<< FAILURE! -- in ATest"
                for i in $(seq 1 2000); do echo noise; done
                echo "[ERROR] Failures: "
                echo "[ERROR]   ATest.adds:7 expected 2"
                exit 1
                """);

        assertThat(build.failure()).endsWith("mvn verify exited with 1: ATest.adds:7 expected 2");
    }

    @Test
    void withoutARunnableJarItSaysWhatIsMissing() {
        assertThat(of("main", "").failure()).contains("Expected one jar in target/", "found none", "spring-boot");
    }

    @Test
    @Tag("long")
    void theShippedGoldenPathIsBuiltInLayersAndOfTheCacheTheSecondTime() throws IOException {
        builder.push(Sources.ofTheGoldenPath("spring-boot-service"));

        Build first = builder.finish();

        Assumptions.assumeFalse(
                String.valueOf(first.failure()).contains("neither in the cache nor can it be downloaded"),
                "skipped: dependencies cannot be downloaded here");
        assertThat(first.failure())
                .as(String.join("\n", builder.log(first.id())))
                .isNull();
        assertThat(layers(first)).isEqualTo(2);
        Set<String> downloads = cached();

        builder.git.commit(Builder.REPOSITORY, "change", Sources.ofTheGoldenPath("spring-boot-service"));
        Build second = builder.finish();

        assertThat(second.images()).isEqualTo(first.images());
        assertThat(cached()).isEqualTo(downloads);
    }

    private int layers(Build build) {
        return new StoredImages(
                        new ImageNames(new FixedPlatform()),
                        builder.images,
                        builder.blobs,
                        JsonMapper.shared(),
                        java.time.Clock.systemUTC())
                .find(IMAGE, build.images().get(IMAGE))
                .orElseThrow()
                .layers()
                .size();
    }
}
