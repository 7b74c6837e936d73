package dev.slipway.desiredstate;

import dev.slipway.kernel.ImageDigest;
import java.util.Set;

/** The images that Git names, for those who must not lose one. */
public interface NamedImages {

    /** Reads Git, so never inside a transaction. */
    Answer named(Reach reach);

    /** How far back. */
    enum Reach {
        /** What the newest commit of the platform repository says should run. */
        TIP,
        /** Also what each Application named before, as many Releases as are kept for rolling back. */
        HISTORY
    }

    /** Either all of them, or why that cannot be said. */
    sealed interface Answer {}

    record Known(Set<ImageDigest> digests) implements Answer {
        public Known {
            digests = Set.copyOf(digests);
        }
    }

    record Unknown(String reason) implements Answer {}
}
