package dev.slipway.git;

import dev.slipway.kernel.RepositoryRef;
import org.jspecify.annotations.Nullable;

/**
 * Which pull requests of a repository are asked for; null leaves a condition out.
 *
 * @param before only those with a smaller number: how one pages on
 * @param limit 1 to 100
 */
public record PullRequestQuery(
        RepositoryRef repository,
        PullRequest.@Nullable State state,
        @Nullable String sourceBranch,
        @Nullable String author,
        @Nullable String label,
        @Nullable Integer before,
        int limit) {

    public static final int MOST = 100;

    public PullRequestQuery {
        limit = Math.clamp(limit, 1, MOST);
    }

    /** The newest of a repository. */
    public static PullRequestQuery of(RepositoryRef repository, PullRequest.@Nullable State state, int limit) {
        return new PullRequestQuery(repository, state, null, null, null, null, limit);
    }

    /** The newest of a branch. */
    public static PullRequestQuery ofBranch(
            RepositoryRef repository, PullRequest.@Nullable State state, String sourceBranch) {
        return new PullRequestQuery(repository, state, sourceBranch, null, null, null, 10);
    }

    public PullRequestQuery labelled(@Nullable String other) {
        return new PullRequestQuery(repository, state, sourceBranch, author, other, before, limit);
    }

    public PullRequestQuery by(@Nullable String other) {
        return new PullRequestQuery(repository, state, sourceBranch, other, label, before, limit);
    }

    public PullRequestQuery before(@Nullable Integer number) {
        return new PullRequestQuery(repository, state, sourceBranch, author, label, number, limit);
    }
}
