package dev.slipway.delivery.images;

import dev.slipway.kernel.ImageDigest;
import java.util.Optional;

/** An image as a manifest names it: {@code name[:tag][@digest]}. */
public record ImageReference(String text) {

    private static final String DIGEST = "sha256:[0-9a-f]{64}";

    /** Without tag and digest. */
    public String name() {
        String path = text.contains("@") ? text.substring(0, text.indexOf('@')) : text;
        int colon = path.lastIndexOf(':');
        return colon > path.lastIndexOf('/') ? path.substring(0, colon) : path;
    }

    public Optional<ImageDigest> digest() {
        String digest = text.substring(text.indexOf('@') + 1);
        return text.contains("@") && digest.matches(DIGEST) ? Optional.of(new ImageDigest(digest)) : Optional.empty();
    }
}
