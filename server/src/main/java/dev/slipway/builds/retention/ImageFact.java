package dev.slipway.builds.retention;

import dev.slipway.kernel.ImageDigest;
import java.time.Instant;

/**
 * A stored image as far as its removal goes.
 *
 * @param neededAt when it was stored or last needed, whichever is later
 */
record ImageFact(String name, ImageDigest digest, Instant neededAt) {}
