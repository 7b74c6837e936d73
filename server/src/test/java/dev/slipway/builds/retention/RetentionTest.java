package dev.slipway.builds.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.builds.ImagesInUse;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.operations.Disposal.Mode;
import dev.slipway.operations.Disposed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real rows and real blobs. The newest build of a repository stays, and five that succeeded; so each test makes newer ones. */
class RetentionTest {

    @TempDir
    private Path data;

    private StoredThings things;

    @BeforeEach
    void begin() {
        things = new StoredThings(data);
    }

    private void newerBuilds() throws IOException {
        for (int i = 0; i < 5; i++) {
            things.build(1, things.image(1, "newer " + i));
        }
    }

    @Test
    void anOldBuildGoesWithItsLogAndOneWhoseImageRunsStays() throws IOException {
        long failed = things.build(100);
        ImageDigest image = things.image(100, "running");
        long running = things.build(100, image);
        things.running.add(image);
        newerBuilds();

        Disposed planned = things.builds.dispose(Mode.DRY_RUN);
        Disposed removed = things.builds.dispose(Mode.REMOVE);

        assertThat(planned).isEqualTo(removed);
        assertThat(removed.examples()).containsExactly("Build " + failed + " of acme/pricing-api");
        assertThat(things.buildsLeft()).doesNotContain(failed).contains(running);
        assertThat(things.logsLeft()).doesNotContain(String.valueOf(failed)).contains(String.valueOf(running));
    }

    @Test
    void anImageThatNothingNeedsGoesAndTheLayersThatItSharesStay() throws IOException {
        ImageDigest old = things.image(40, "shared", "own");
        things.build(40, old);
        ImageDigest running = things.image(40, "shared", "other");
        things.running.add(running);
        newerBuilds();

        assertThat(things.disposal.dispose(Mode.DRY_RUN).count()).isEqualTo(1);
        assertThat(things.isStored(old)).isTrue();
        Disposed removed = things.disposal.dispose(Mode.REMOVE);

        assertThat(removed.count()).isEqualTo(1);
        assertThat(removed.bytes()).isGreaterThan("own".length());
        assertThat(things.isStored(old)).isFalse();
        assertThat(things.isStored(running)).isTrue();
        assertThat(things.holds("own")).isFalse();
        assertThat(things.holds("shared")).isTrue();
    }

    @Test
    void anImageThatIsInUseOnlyNowStaysForItsWholeTimeAfterwards() throws IOException {
        ImageDigest image = things.image(400, "layer");
        things.running.add(image);
        things.disposal.dispose(Mode.REMOVE);
        things.running.clear();

        things.disposal.dispose(Mode.REMOVE);

        assertThat(things.isStored(image)).isTrue();
    }

    @Test
    void whoeverMarksAnImageInTimeKeepsItAndWhoComesTooLateIsTold() throws IOException {
        ImageDigest marked = things.image(40, "marked");
        ImageDigest gone = things.image(40, "gone");
        assertThat(things.images.use(Map.of(StoredThings.NAME, marked))).isEmpty();

        things.disposal.dispose(Mode.REMOVE);

        assertThat(things.isStored(marked)).isTrue();
        assertThat(things.images.use(Map.of(StoredThings.NAME, gone))).containsEntry(StoredThings.NAME, gone);
        assertThat(things.images.use(Map.of("ghcr.io/acme/pricing-api", gone))).isEmpty();
    }

    @Test
    void whatIsBeingStoredKeepsItsBlobs() throws IOException {
        things.image(40, "old");
        things.blob("of an image whose manifest comes last", 0);

        things.disposal.dispose(Mode.REMOVE);

        assertThat(things.holds("old")).isFalse();
        assertThat(things.holds("of an image whose manifest comes last")).isTrue();
    }

    @Test
    void whatAKilledRunLeftIsRemovedByTheNext() throws IOException {
        things.blob("without an image", 40);
        Path part = Files.createFile(data.resolve("images/blob1.part"));
        Files.setLastModifiedTime(part, FileTime.from(Instant.EPOCH));
        Path log = Files.createDirectories(data.resolve("builds/4711")).resolve("log");
        Files.writeString(log, "left");
        Files.setLastModifiedTime(log.getParent(), FileTime.from(Instant.EPOCH));

        things.disposal.dispose(Mode.REMOVE);
        things.builds.dispose(Mode.REMOVE);

        assertThat(things.holds("without an image")).isFalse();
        assertThat(part).doesNotExist();
        assertThat(log.getParent()).doesNotExist();
    }

    @Test
    void nothingGoesAsLongAsSomebodyCannotSayWhatIsInUse() throws IOException {
        ImageDigest image = things.image(400, "layer");
        long build = things.build(400);
        newerBuilds();
        things.asked.add(() -> new ImagesInUse.Unknown("The platform repository cannot be read."));

        Disposed images = things.disposal.dispose(Mode.REMOVE);
        Disposed builds = things.builds.dispose(Mode.REMOVE);

        assertThat(images.blockers()).containsExactly("The platform repository cannot be read.");
        assertThat(builds.blockers()).isEqualTo(images.blockers());
        assertThat(things.isStored(image)).isTrue();
        assertThat(things.buildsLeft()).contains(build);
    }

    @Test
    void aManifestThatCannotBeReadKeepsAllBlobs() throws IOException {
        ImageDigest broken = things.image(1, "layer of the broken one");
        Files.writeString(things.blobs.find(broken).orElseThrow(), "no manifest");
        things.blob("without an image", 40);

        Disposed said = things.disposal.dispose(Mode.REMOVE);

        assertThat(said.blockers()).singleElement().asString().contains(broken.value());
        assertThat(things.holds("without an image")).isTrue();
    }

    @Test
    void aBuildWhoseImageIsGoneIsNoCandidateAndIsBuiltAnewWhenItsCommitIsPushedAgain() throws IOException {
        ImageDigest image = things.image(40, "layer");
        long build = things.build(40, image);
        String commit = things.database
                .sql("select commit_id from builds_builds where id = ?")
                .param(build)
                .query(String.class)
                .single();
        newerBuilds();

        things.disposal.dispose(Mode.REMOVE);

        var rows = new dev.slipway.builds.store.BuildRows(things.database, maps());
        var id = new dev.slipway.kernel.CommitId(commit);
        assertThat(rows.successful(StoredThings.REPOSITORY, java.util.List.of(id)))
                .isEmpty();
        assertThat(rows.imagesRemovedAt(new dev.slipway.builds.BuildId(build))).isPresent();
        var queue = new dev.slipway.builds.store.QueueRows(things.database, maps());
        assertThat(queue.queue(StoredThings.REPOSITORY, id, "main", "none", Instant.now()))
                .isTrue();
        assertThat(queue.queue(StoredThings.REPOSITORY, id, "main", "none", Instant.now()))
                .isFalse();
        assertThat(rows.find(new dev.slipway.builds.BuildId(build))
                        .orElseThrow()
                        .status())
                .isEqualTo(dev.slipway.builds.BuildStatus.QUEUED);
    }

    private static dev.slipway.builds.store.ShortMaps maps() {
        return new dev.slipway.builds.store.ShortMaps(tools.jackson.databind.json.JsonMapper.shared());
    }
}
