package dev.slipway.delivery.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.builds.StoredImage;
import dev.slipway.delivery.images.ImageDirectories;
import dev.slipway.delivery.images.Pull;
import dev.slipway.delivery.store.PodRows;
import dev.slipway.desiredstate.NamedImages;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.operations.Disposal.Mode;
import dev.slipway.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class UnpackedDisposalTest {

    private static final ImageDigest IMAGE = new ImageDigest("sha256:" + "1".repeat(64));
    private static final String REFERENCE = "registry.localhost/acme/shop@" + IMAGE;

    private final Path unpacked;
    private final JdbcClient database =
            JdbcClient.create(TestDatabase.migrated().dataSource());
    private final ImageDirectories directories;
    private final UnpackedDisposal disposal;
    private NamedImages.Answer named = new NamedImages.Known(Set.of());

    UnpackedDisposalTest(@TempDir Path data) {
        PodRows rows = new PodRows(database);
        unpacked = data.resolve("cluster/images/" + "1".repeat(64));
        directories = new ImageDirectories(
                (name, digest) -> Optional.of(
                        new StoredImage(name, digest, List.of(), List.of(), Map.of(), "/app", Map.of(), List.of())),
                data);
        disposal = new UnpackedDisposal(directories, new RunningImages(_ -> named, rows), rows, Clock.systemUTC());
    }

    @Test
    void whatNothingRunsFromGoesAndIsUnpackedAgainWhenItIsPulled() throws IOException {
        pull();
        makeOld();

        assertThat(disposal.dispose(Mode.DRY_RUN).examples()).containsExactly(IMAGE.toString());
        assertThat(unpacked).exists();
        assertThat(disposal.dispose(Mode.REMOVE).count()).isEqualTo(1);

        assertThat(unpacked).doesNotExist();
        pull();
        assertThat(unpacked).exists();
    }

    @Test
    void whatWasUnpackedJustNowStays() {
        pull();

        assertThat(disposal.dispose(Mode.REMOVE).count()).isZero();
    }

    @Test
    void whatAPodRunsFromStays() throws IOException {
        pull();
        makeOld();
        database.sql("""
                        insert into delivery_pods (id, cluster, namespace, name, application, owner_kind, owner_name,
                            template_hash, template, created_at)
                        values ('p', 'dev', 'red-dev', 'p', 'shop-dev', 'Deployment', 'shop', 'h', ?::jsonb, now())
                        """)
                .param("{\"spec\": {\"containers\": [{\"image\": \"" + REFERENCE + "\"}]}}")
                .update();

        assertThat(disposal.dispose(Mode.REMOVE).count()).isZero();
        assertThat(unpacked).exists();
    }

    @Test
    void aPodThatBeginsMeanwhileKeepsIt() throws IOException {
        pull();

        assertThat(directories.remove(IMAGE, () -> false)).isFalse();

        assertThat(unpacked).exists();
        pull();
    }

    @Test
    void nothingGoesWhenNobodyKnowsWhatShouldRun() throws IOException {
        pull();
        makeOld();
        named = new NamedImages.Unknown("The platform repository cannot be read.");

        assertThat(disposal.dispose(Mode.REMOVE).blockers()).containsExactly("The platform repository cannot be read.");
        assertThat(unpacked).exists();
    }

    @Test
    void whatWasLeftHalfUnpackedGoes() throws IOException {
        Path draft = Files.createDirectories(unpacked.resolveSibling("unpacking123"));
        Files.setLastModifiedTime(draft, FileTime.from(Instant.EPOCH));

        disposal.dispose(Mode.REMOVE);

        assertThat(draft).doesNotExist();
    }

    private void pull() {
        await().until(() -> directories.pull(REFERENCE) instanceof Pull.Pulled);
    }

    private void makeOld() throws IOException {
        Files.setLastModifiedTime(unpacked, FileTime.from(Instant.EPOCH));
    }
}
