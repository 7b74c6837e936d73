package dev.slipway.git;

import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Optional;

/**
 * Where repositories are hosted: pull requests, statuses, protection, releases. Adapters: embedded, later GitHub.
 * Never call it inside a database transaction. Failures are {@link GitException}s.
 */
public interface GitHost extends PullRequestHost {

    /** Creates an empty repository with default branch {@code main}; CONFLICT when it exists. */
    HostedRepository create(RepositoryRef repository, String description, Actor actor);

    Optional<HostedRepository> repository(RepositoryRef repository);

    List<HostedRepository> repositories();

    /** Makes it read-only. */
    void archive(RepositoryRef repository, Actor actor);

    /** Removes a repository that nothing stands on yet: the clean-up of a creation that failed. */
    void delete(RepositoryRef repository, Actor actor);

    /** Replaces the protection of one branch. */
    void protect(RepositoryRef repository, BranchProtection protection, Actor actor);

    Optional<BranchProtection> protection(RepositoryRef repository, String branch);

    RepositorySettings settings(RepositoryRef repository);

    void change(RepositoryRef repository, RepositorySettings settings, Actor actor);

    /** Sets the status of a commit; of one context the newest counts. */
    void setStatus(RepositoryRef repository, CommitId commit, CommitStatus status);

    List<CommitStatus> statuses(RepositoryRef repository, CommitId commit);

    /** Creates a release with a tag of this name on the commit. */
    void publishRelease(RepositoryRef repository, HostedRelease release, Actor actor);

    List<HostedRelease> releases(RepositoryRef repository);

    /** The accounts that pushed any of these commits, or opened the pull request that brought them; for "authors excluded". */
    List<String> accountsBehind(RepositoryRef repository, List<CommitId> commits);

    /** Remembers on whose behalf Slipway wrote these commits, as if that account had pushed them. */
    void attribute(RepositoryRef repository, List<CommitId> commits, Actor actor);

    /** Those of these commits of which nobody knows who pushed all that they bring. */
    List<CommitId> unattributed(RepositoryRef repository, List<CommitId> commits);
}
