package dev.slipway.builds;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.RepositoryRef;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One build of one commit.
 *
 * @param branch short name, for example {@code main}
 * @param images empty unless it succeeded
 * @param failure one line; null unless it failed
 */
public record Build(
        BuildId id,
        RepositoryRef repository,
        CommitId commit,
        String branch,
        BuildStatus status,
        Map<String, ImageDigest> images,
        Provenance provenance,
        @Nullable String failure,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public Build {
        images = Map.copyOf(images);
    }
}
