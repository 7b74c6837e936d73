package dev.slipway.delivery.images;

import dev.slipway.builds.StoredImage;
import java.nio.file.Path;

/**
 * An image on disk, shared by all pods that run it.
 *
 * @param root its file system
 */
public record UnpackedImage(StoredImage image, Path root) {

    public Path workingDirectory() {
        return root.resolve(image.workingDirectory().replaceFirst("^/+", "")).normalize();
    }
}
