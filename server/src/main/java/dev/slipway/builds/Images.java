package dev.slipway.builds;

import dev.slipway.kernel.ImageDigest;
import java.util.Map;
import java.util.Optional;

/** The image store behind {@code /v2/}. */
public interface Images {

    /** The image with this digest under this name, for example {@code registry.localhost/acme/pricing-api}; also a foreign name that an alias maps here. */
    Optional<StoredImage> find(String imageName, ImageDigest digest);

    /**
     * Marks images as needed now, by whoever is about to run them: no clean-up takes them for at least a day. Joins the
     * caller's transaction.
     *
     * @return those that would have to be in this store, and are not (any more)
     */
    default Map<String, ImageDigest> use(Map<String, ImageDigest> images) {
        return Map.of();
    }
}
