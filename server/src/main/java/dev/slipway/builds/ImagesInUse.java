package dev.slipway.builds;

import dev.slipway.kernel.ImageDigest;
import java.util.Set;

/**
 * SPI: the images that must not be cleaned up. Every module that runs images, or may run them again, implements it. As long as
 * one of them cannot answer, no image and no build is removed.
 */
public interface ImagesInUse {

    /** Reads what it needs; never asked inside a transaction. An exception is taken for {@link Unknown}. */
    Answer inUse();

    /** What is known now. */
    sealed interface Answer {}

    record Known(Set<ImageDigest> digests) implements Answer {
        public Known {
            digests = Set.copyOf(digests);
        }
    }

    /** @param reason whose answer is missing and why, in one sentence */
    record Unknown(String reason) implements Answer {}
}
