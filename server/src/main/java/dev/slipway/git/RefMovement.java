package dev.slipway.git;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import org.jspecify.annotations.Nullable;

/**
 * A ref that moved since a consumer looked.
 *
 * @param ref full name, for example {@code refs/heads/main}
 * @param from null when the consumer never saw it
 * @param to null when it was deleted
 */
public record RefMovement(
        RepositoryRef repository,
        String ref,
        @Nullable CommitId from,
        @Nullable CommitId to) {}
