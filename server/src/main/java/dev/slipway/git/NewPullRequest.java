package dev.slipway.git;

import dev.slipway.kernel.RepositoryRef;

/** A pull request to be opened, from one branch of a repository to another of the same. */
public record NewPullRequest(
        RepositoryRef repository, String sourceBranch, String targetBranch, String title, String body, boolean draft) {

    /** One that is ready for review. */
    public NewPullRequest(
            RepositoryRef repository, String sourceBranch, String targetBranch, String title, String body) {
        this(repository, sourceBranch, targetBranch, title, body, false);
    }
}
