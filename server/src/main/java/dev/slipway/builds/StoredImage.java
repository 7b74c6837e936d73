package dev.slipway.builds;

import dev.slipway.kernel.ImageDigest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An image in the store, as far as running it needs (OCI image configuration).
 *
 * @param layers the layers' blobs, lowest first: tar archives, gzip-compressed where the media type says so
 */
public record StoredImage(
        String name,
        ImageDigest digest,
        List<String> entrypoint,
        List<String> command,
        Map<String, String> environment,
        String workingDirectory,
        Map<String, String> labels,
        List<Layer> layers) {

    /** One layer. */
    public record Layer(ImageDigest digest, Path blob, boolean gzip) {}
}
