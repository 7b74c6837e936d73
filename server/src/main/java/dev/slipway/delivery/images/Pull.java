package dev.slipway.delivery.images;

/** How far an image is on its way to disk. */
public sealed interface Pull {

    record Pulling() implements Pull {}

    record Pulled(UnpackedImage image) implements Pull {}

    record CannotPull(String reason) implements Pull {}
}
