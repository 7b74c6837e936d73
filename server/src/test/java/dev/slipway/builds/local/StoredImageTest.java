package dev.slipway.builds.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.builds.Images;
import dev.slipway.builds.StoredImage;
import dev.slipway.builds.images.ImageNames;
import dev.slipway.builds.images.StoredImages;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.support.FixedPlatform;
import dev.slipway.support.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What the runner of images gets to see of an image that was built here. */
class StoredImageTest {

    private static final String NAME = "registry.localhost/acme/pricing-api";

    @TempDir
    private Path data;

    @Test
    void anImageIsFoundByItsNameAndDigestWithAllThatRunningItNeeds() throws IOException {
        Builder builder = new Builder(TestDatabase.migrated().dataSource(), data, Duration.ofMinutes(2));
        builder.push(Sources.good());
        ImageDigest digest = builder.finish().images().get(NAME);
        Images images = images(builder);

        StoredImage image = images.find(NAME, digest).orElseThrow();

        assertThat(image.entrypoint()).containsExactly("java", "-jar", "app.jar");
        assertThat(image.workingDirectory()).isEqualTo("/app");
        assertThat(image.labels()).containsEntry("dev.slipway.runtime", "host");
        assertThat(files(image.layers().getFirst())).contains("app/app.jar");
        assertThat(images.find("registry.localhost:7070/acme/pricing-api", digest))
                .isPresent();
        assertThat(images.find("ghcr.io/acme/pricing-api", digest)).isEmpty();
        assertThat(images.find(NAME, new ImageDigest("sha256:" + "0".repeat(64))))
                .isEmpty();
    }

    private static Images images(Builder builder) {
        return new StoredImages(
                new ImageNames(new FixedPlatform()),
                builder.images,
                builder.blobs,
                JsonMapper.builder().build(),
                Clock.systemUTC());
    }

    private static List<String> files(StoredImage.Layer layer) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream blob = Files.newInputStream(layer.blob());
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(layer.gzip() ? new GZIPInputStream(blob) : blob)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
