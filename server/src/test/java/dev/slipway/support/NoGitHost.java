package dev.slipway.support;

import dev.slipway.git.ApprovalState;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.Comment;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRelease;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.Label;
import dev.slipway.git.MergeMethod;
import dev.slipway.git.MergeObstacle;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.NewReview;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.git.RepositorySettings;
import dev.slipway.git.Review;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A host that can do nothing: fakes say what they can. */
public abstract class NoGitHost implements GitHost {

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
    public Set<RepositoryRef> withOpenPullRequests() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PullRequest> pullRequests(PullRequestQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<PullRequest.State, Integer> counts(RepositoryRef repository) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close(PullRequestRef pullRequest, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PullRequest reopen(PullRequestRef pullRequest, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PullRequest draft(PullRequestRef pullRequest, boolean draft, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MergeOutcome merge(PullRequestRef pullRequest, CommitId expectedHead, MergeMethod method, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ApprovalState approvals(PullRequest pullRequest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<MergeObstacle> obstacles(PullRequest pullRequest, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Review> reviews(PullRequestRef pullRequest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Review review(PullRequestRef pullRequest, NewReview review, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Label> labels(RepositoryRef repository) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Label defineLabel(RepositoryRef repository, Label label, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeLabel(RepositoryRef repository, String name, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PullRequest label(PullRequestRef pullRequest, String name, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PullRequest unlabel(PullRequestRef pullRequest, String name, Actor actor) {
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
    public void deleteBranch(PullRequestRef pullRequest, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void restoreBranch(PullRequestRef pullRequest, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HostedRepository create(RepositoryRef repository, String description, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<HostedRepository> repository(RepositoryRef repository) {
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
        throw new UnsupportedOperationException();
    }

    @Override
    public RepositorySettings settings(RepositoryRef repository) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void change(RepositoryRef repository, RepositorySettings settings, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setStatus(RepositoryRef repository, CommitId commit, CommitStatus status) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CommitStatus> statuses(RepositoryRef repository, CommitId commit) {
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

    @Override
    public void attribute(RepositoryRef repository, List<CommitId> commits, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CommitId> unattributed(RepositoryRef repository, List<CommitId> commits) {
        throw new UnsupportedOperationException();
    }
}
