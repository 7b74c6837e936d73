package dev.slipway.git;

import dev.slipway.kernel.RepositoryRef;
import java.time.Instant;

/** A repository on its host. */
public record HostedRepository(
        RepositoryRef ref, String description, String defaultBranch, boolean archived, Instant createdAt) {

    /** The default branch by its full name, {@code refs/heads/main}. */
    public String defaultRef() {
        return "refs/heads/" + defaultBranch;
    }
}
