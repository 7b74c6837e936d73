package dev.slipway.git;

import dev.slipway.kernel.RepositoryRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a repository elsewhere.
 *
 * @param url what it is a copy of
 * @param repository the copy, for {@link GitContent}; nobody clones it, and it has no page
 * @param fetchedAt when it was last fetched; null before the first time
 * @param dueAt when it is fetched next
 * @param failure why the last attempt failed; null when it did not, or before the first
 */
public record Mirror(
        String url,
        RepositoryRef repository,
        @Nullable Instant fetchedAt,
        Instant dueAt,
        @Nullable String failure) {

    /** Whether there is something to read. */
    public boolean isReadable() {
        return fetchedAt != null;
    }

    /** Whether nobody knows yet if it can be read. */
    public boolean isAwaited() {
        return fetchedAt == null && failure == null;
    }
}
