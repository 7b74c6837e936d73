package dev.slipway.git.embedded;

import dev.slipway.git.ApprovalState;
import dev.slipway.git.Comment;
import dev.slipway.git.Label;
import dev.slipway.git.MergeMethod;
import dev.slipway.git.MergeObstacle;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.NewReview;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.git.PullRequestHost;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.git.RefsChanged;
import dev.slipway.git.Review;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** The pull requests of the built-in host: hands each question to the part that knows. */
abstract class EmbeddedPullRequests implements PullRequestHost {

    private final Parts parts;

    EmbeddedPullRequests(Parts parts) {
        this.parts = parts;
    }

    /** What it stands on. */
    @org.springframework.stereotype.Component
    record Parts(
            PullRequestTable pulls,
            PullRequestView view,
            PullRequestLife life,
            Labelling labelling,
            Reviewing reviewing,
            Approvals approvals,
            MergeObstacles obstacles,
            Merging merging,
            MergeTurns turns,
            SourceBranches branches,
            ConversationTable conversation,
            ApplicationEventPublisher events,
            Clock clock) {}

    abstract void known(RepositoryRef repository);

    @Override
    public PullRequest open(NewPullRequest pull, Actor actor) {
        known(pull.repository());
        return parts.life().open(pull, actor);
    }

    @Override
    public Optional<PullRequest> pullRequest(PullRequestRef ref) {
        return parts.pulls().find(ref).map(parts.view()::of);
    }

    @Override
    public List<PullRequest> pullRequests(RepositoryRef repository, PullRequest.@Nullable State state) {
        return parts.view().many(parts.pulls().all(repository, state)).stream()
                .filter(pull -> state == null || pull.state() == state)
                .toList();
    }

    @Override
    public Set<RepositoryRef> withOpenPullRequests() {
        return parts.pulls().withOpen();
    }

    @Override
    public List<PullRequest> pullRequests(PullRequestQuery query) {
        return parts.view().few(parts.pulls().page(query)).stream()
                .filter(pull -> query.state() == null || pull.state() == query.state())
                .toList();
    }

    @Override
    public Map<PullRequest.State, Integer> counts(RepositoryRef repository) {
        return parts.pulls().counts(repository);
    }

    @Override
    public void close(PullRequestRef ref, Actor actor) {
        parts.life().close(ref, actor);
    }

    @Override
    public PullRequest reopen(PullRequestRef ref, Actor actor) {
        return parts.life().reopen(ref, actor);
    }

    @Override
    public PullRequest draft(PullRequestRef ref, boolean draft, Actor actor) {
        return parts.life().draft(ref, draft, actor);
    }

    @Override
    public MergeOutcome merge(PullRequestRef ref, CommitId expectedHead, MergeMethod method, Actor actor) {
        MergeOutcome outcome = parts.turns()
                .take(ref.repository(), () -> parts.merging().merge(found(ref), expectedHead, method, actor));
        if (outcome instanceof MergeOutcome.Merged) {
            parts.events().publishEvent(new RefsChanged(ref.repository()));
            changed(ref);
        }
        return outcome;
    }

    @Override
    public ApprovalState approvals(PullRequest pull) {
        return parts.approvals().state(pull);
    }

    @Override
    public List<MergeObstacle> obstacles(PullRequest pull, Actor actor) {
        return parts.obstacles().all(pull, actor);
    }

    @Override
    public List<Review> reviews(PullRequestRef ref) {
        return parts.reviewing().all(ref);
    }

    @Override
    public Review review(PullRequestRef ref, NewReview review, Actor actor) {
        return parts.reviewing().add(found(ref), review, actor);
    }

    @Override
    public List<Label> labels(RepositoryRef repository) {
        return parts.labelling().all(repository);
    }

    @Override
    public Label defineLabel(RepositoryRef repository, Label label, Actor actor) {
        known(repository);
        return parts.labelling().define(repository, label, actor);
    }

    @Override
    public void removeLabel(RepositoryRef repository, String name, Actor actor) {
        known(repository);
        parts.labelling().remove(repository, name, actor);
    }

    @Override
    public PullRequest label(PullRequestRef ref, String name, Actor actor) {
        found(ref);
        parts.labelling().add(ref, name, actor);
        return found(ref);
    }

    @Override
    public PullRequest unlabel(PullRequestRef ref, String name, Actor actor) {
        found(ref);
        parts.labelling().take(ref, name, actor);
        return found(ref);
    }

    @Override
    public List<Comment> comments(PullRequestRef ref) {
        return parts.conversation().comments(ref);
    }

    @Override
    public Comment comment(PullRequestRef ref, @Nullable String marker, String markdown, Actor actor) {
        found(ref);
        Comment comment = parts.conversation()
                .comment(ref, marker, markdown, actor.account(), parts.clock().instant());
        changed(ref);
        return comment;
    }

    @Override
    public void deleteBranch(PullRequestRef ref, Actor actor) {
        parts.branches().delete(found(ref), actor);
        changed(ref);
    }

    @Override
    public void restoreBranch(PullRequestRef ref, Actor actor) {
        PullRequest pull = found(ref);
        parts.life().requireWritable(ref.repository());
        parts.branches().restore(pull, actor);
        changed(ref);
    }

    final void changedHead(RepositoryRef repository, CommitId commit) {
        parts.pulls().withHead(repository, commit).forEach(this::changed);
    }

    private void changed(PullRequestRef ref) {
        parts.events().publishEvent(new PullRequestChanged(ref));
    }

    private PullRequest found(PullRequestRef ref) {
        return parts.life().find(ref);
    }
}
