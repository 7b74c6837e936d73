package dev.slipway.git;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of bare repositories, hosted or mirrored: reading any revision, and pushing by compare-and-set. Never call it
 * inside a database transaction. Every method throws {@link GitException} with NOT_FOUND for an unknown repository.
 */
public interface GitContent {

    boolean exists(RepositoryRef repository);

    /** The commit of a branch, tag, full ref name or (abbreviated) commit id. */
    Optional<CommitId> resolve(RepositoryRef repository, String revision);

    /** All branches and tags by full name, for example {@code refs/heads/main}; tags are peeled to their commits. */
    Map<String, CommitId> refs(RepositoryRef repository);

    /** The tree of a commit; reads lazily, stays readable as long as the repository exists. */
    Snapshot snapshot(RepositoryRef repository, CommitId commit);

    Optional<Commit> commit(RepositoryRef repository, CommitId commit);

    /**
     * Commits reachable from {@code tip}, newest first.
     *
     * @param notFrom leaves out what is reachable from this commit
     * @param path only commits that changed something at or below this path, compared with their first parent
     */
    List<Commit> log(
            RepositoryRef repository, CommitId tip, @Nullable CommitId notFrom, @Nullable String path, int limit);

    /** Who wrote each line of a text file as it is at this commit, followed through renames; empty when there is no such file. */
    List<BlameLine> blame(RepositoryRef repository, CommitId commit, String path);

    /** The files that differ between two commits; {@code from} null means: everything is new. */
    List<FileDifference> differences(RepositoryRef repository, @Nullable CommitId from, CommitId to);

    /** The paths of the files that differ between two commits, without their contents. */
    List<String> changedPaths(RepositoryRef repository, CommitId from, CommitId to);

    /** A commit that both come from, to show what one of them brings. What a merge comes to, {@link #merge} says: there may be several. */
    Optional<CommitId> mergeBase(RepositoryRef repository, CommitId one, CommitId other);

    boolean isAncestor(RepositoryRef repository, CommitId ancestor, CommitId descendant);

    /**
     * What merging {@code theirs} into {@code ours} comes to, as Git merges branches: of several merge bases one is made first, and
     * histories without a common commit conflict. The commits of merged pull requests have exactly this tree. No ref moves.
     */
    Merge merge(RepositoryRef repository, CommitId ours, CommitId theirs);

    /**
     * The changes that bring {@code theirs}, seen from {@code base}, onto {@code ours}; no ref moves. A revert of commit
     * {@code c} on tip {@code t} is {@code merge(repository, c, t, parent of c)}.
     */
    Merge merge(RepositoryRef repository, CommitId base, CommitId ours, CommitId theirs);

    /** Writes commits onto a branch if its head still is the expected one, all or none. */
    PushOutcome push(RepositoryRef repository, BranchUpdate update);
}
