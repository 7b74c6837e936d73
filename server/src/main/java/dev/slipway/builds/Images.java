package dev.slipway.builds;

import dev.slipway.kernel.ImageDigest;
import java.util.Optional;

/** The image store behind {@code /v2/}. */
public interface Images {

    /** The image with this digest under this name, for example {@code registry.localhost/acme/pricing-api}; also a foreign name that an alias maps here. */
    Optional<StoredImage> find(String imageName, ImageDigest digest);
}
