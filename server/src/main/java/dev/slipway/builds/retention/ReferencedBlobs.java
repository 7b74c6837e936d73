package dev.slipway.builds.retention;

import dev.slipway.builds.images.Blobs;
import dev.slipway.kernel.ImageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The blobs that images name: images share layers, so a blob stays as long as one of them is there. */
@Component
class ReferencedBlobs {

    private final Blobs blobs;
    private final JsonMapper json;

    ReferencedBlobs(Blobs blobs, JsonMapper json) {
        this.blobs = blobs;
        this.json = json;
    }

    /** @param unreadable manifests that do not say what they name; empty when all do */
    record Referenced(Set<ImageDigest> digests, List<ImageDigest> unreadable) {}

    Referenced by(Collection<ImageDigest> images) {
        Referenced found = new Referenced(new HashSet<>(), new ArrayList<>());
        Set.copyOf(images).forEach(image -> add(image, found));
        return found;
    }

    /** A manifest, or an index of them (OCI image specification). */
    private void add(ImageDigest manifest, Referenced found) {
        if (!found.digests().add(manifest)) {
            return;
        }
        try {
            JsonNode content = blobs.read(manifest).map(json::readTree).orElse(null);
            if (content == null) {
                found.unreadable().add(manifest);
                return;
            }
            content.path("manifests").forEach(each -> add(digest(each), found));
            content.path("layers").forEach(each -> found.digests().add(digest(each)));
            if (content.has("config")) {
                found.digests().add(digest(content.path("config")));
            }
        } catch (JacksonException | IllegalArgumentException _) {
            found.unreadable().add(manifest);
        }
    }

    private static ImageDigest digest(JsonNode descriptor) {
        return new ImageDigest(descriptor.path("digest").asString());
    }
}
