package dev.slipway.builds;

import dev.slipway.git.BranchProtection;
import dev.slipway.git.Comment;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRelease;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers the statuses that it is told; knows nothing else. */
public final class FakeHost implements GitHost {

    private final Map<CommitId, List<CommitStatus>> statuses = new ConcurrentHashMap<>();

    @Override
    public void setStatus(RepositoryRef repository, CommitId commit, CommitStatus status) {
        statuses.computeIfAbsent(commit, any -> new ArrayList<>()).add(status);
    }

    @Override
    public List<CommitStatus> statuses(RepositoryRef repository, CommitId commit) {
        return statuses.getOrDefault(commit, List.of());
    }

    @Override
    public Optional<HostedRepository> repository(RepositoryRef repository) {
        return Optional.empty();
    }

    @Override
    public HostedRepository create(RepositoryRef repository, String description, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<HostedRepository> repositories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void archive(RepositoryRef repository, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(RepositoryRef repository, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void protect(RepositoryRef repository, BranchProtection protection, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<BranchProtection> protection(RepositoryRef repository, String branch) {
        return branch.equals("main") ? Optional.of(new BranchProtection("main", Set.of(), Set.of())) : Optional.empty();
    }

    @Override
    public PullRequest open(NewPullRequest pullRequest, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PullRequest> pullRequest(PullRequestRef pullRequest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PullRequest> pullRequests(RepositoryRef repository, PullRequest.@Nullable State state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close(PullRequestRef pullRequest, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MergeOutcome merge(PullRequestRef pullRequest, CommitId expectedHead, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Comment> comments(PullRequestRef pullRequest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Comment comment(PullRequestRef pullRequest, @Nullable String marker, String markdown, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void publishRelease(RepositoryRef repository, HostedRelease release, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<HostedRelease> releases(RepositoryRef repository) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> accountsBehind(RepositoryRef repository, List<CommitId> commits) {
        throw new UnsupportedOperationException();
    }
}
