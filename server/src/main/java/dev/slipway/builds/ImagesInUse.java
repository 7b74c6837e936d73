package dev.slipway.builds;

import dev.slipway.kernel.ImageDigest;
import java.util.Set;

/** SPI: the images that must not be cleaned up. */
public interface ImagesInUse {
    Set<ImageDigest> inUse();
}
