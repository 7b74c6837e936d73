package dev.slipway.builds.images;

import dev.slipway.kernel.ImageDigest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes an image from a tar archive that holds an OCI layout (OCI image specification) into the store. */
@Component
public class ImageImport {

    private static final String BLOBS = "blobs/sha256/";

    private final Blobs blobs;
    private final ImageRows rows;
    private final JsonMapper json;
    private final Clock clock;

    public ImageImport(Blobs blobs, ImageRows rows, JsonMapper json, Clock clock) {
        this.blobs = blobs;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /** Stores the one image of this archive. The image can be found only when all its blobs are there. */
    public ImageDigest store(Path archive, String name, String tag) throws IOException {
        JsonNode manifest = json.readTree(index(archive)).path("manifests").path(0);
        ImageDigest digest = new ImageDigest(manifest.path("digest").asString());
        rows.add(name, digest, manifest.path("mediaType").asString(), tag, clock.instant());
        return digest;
    }

    /** Stores every blob on the way to the index. */
    private String index(Path archive) throws IOException {
        @Nullable String index = null;
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(file)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals("index.json")) {
                    index = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                } else if (entry.getName().startsWith(BLOBS) && entry.isFile()) {
                    blobs.store(new ImageDigest("sha256:" + entry.getName().substring(BLOBS.length())), tar);
                }
            }
        }
        return Objects.requireNonNull(index, "The archive of an image has no index.json.");
    }
}
