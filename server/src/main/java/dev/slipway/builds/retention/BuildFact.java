package dev.slipway.builds.retention;

import dev.slipway.builds.BuildId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A build as far as its removal goes.
 *
 * @param endedAt null while it waits or runs
 * @param images of this build; empty unless it succeeded and they are still stored
 */
record BuildFact(BuildId id, CommitId commit, @Nullable Instant endedAt, boolean succeeded, Set<ImageDigest> images) {

    BuildFact {
        images = Set.copyOf(images);
    }
}
