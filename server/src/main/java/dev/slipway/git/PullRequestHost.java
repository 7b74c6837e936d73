package dev.slipway.git;

import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pull requests, with what is said of them. Never call it inside a database transaction. Failures are {@link GitException}s. */
public interface PullRequestHost {

    /** Opens a pull request; returns the open one if there is one for these two branches already. */
    PullRequest open(NewPullRequest pullRequest, Actor actor);

    Optional<PullRequest> pullRequest(PullRequestRef pullRequest);

    /**
     * All of a repository, newest first; mergeability may be UNKNOWN.
     *
     * @param state null for all
     */
    List<PullRequest> pullRequests(RepositoryRef repository, PullRequest.@Nullable State state);

    /** The repositories that have open pull requests: one question, where asking each of thousands would be many. */
    Set<RepositoryRef> withOpenPullRequests();

    /** A page of them, newest first; reads no more than the page. */
    List<PullRequest> pullRequests(PullRequestQuery query);

    /** How many there are; a state without any is left out. */
    Map<PullRequest.State, Integer> counts(RepositoryRef repository);

    /** Its commits stay: {@code refs/pull/<number>/head} leads to them. */
    void close(PullRequestRef pullRequest, Actor actor);

    /** Opens a closed one again, and its branch where that has gone; CONFLICT when another one of the branch is open. */
    PullRequest reopen(PullRequestRef pullRequest, Actor actor);

    /** Makes it a draft, which cannot be merged, or ready for review. */
    PullRequest draft(PullRequestRef pullRequest, boolean draft, Actor actor);

    /** Merges if the head is the expected one, the protection of the target is satisfied and nothing conflicts. */
    MergeOutcome merge(PullRequestRef pullRequest, CommitId expectedHead, MergeMethod method, Actor actor);

    /** Merges with a merge commit. */
    default MergeOutcome merge(PullRequestRef pullRequest, CommitId expectedHead, Actor actor) {
        return merge(pullRequest, expectedHead, MergeMethod.MERGE, actor);
    }

    /** Whose approval it needs and has, by the protection of its target. */
    ApprovalState approvals(PullRequest pullRequest);

    /** Everything that stands against a merge by this actor now; empty when nothing does. */
    List<MergeObstacle> obstacles(PullRequest pullRequest, Actor actor);

    /** All reviews, oldest first. */
    List<Review> reviews(PullRequestRef pullRequest);

    /** REFUSED for an author's verdict on the own pull request; CONFLICT when the head has moved. */
    Review review(PullRequestRef pullRequest, NewReview review, Actor actor);

    /** The labels of a repository, by name. */
    List<Label> labels(RepositoryRef repository);

    /** Adds a label, or changes the colour and words of the one with this name. */
    Label defineLabel(RepositoryRef repository, Label label, Actor actor);

    /** Takes a label away from the repository and all of its pull requests. */
    void removeLabel(RepositoryRef repository, String name, Actor actor);

    /** Labels a pull request; a label that the repository does not have is added to it with a colour of its own. */
    PullRequest label(PullRequestRef pullRequest, String name, Actor actor);

    PullRequest unlabel(PullRequestRef pullRequest, String name, Actor actor);

    List<Comment> comments(PullRequestRef pullRequest);

    /** @param marker when not null, replaces the comment written with the same marker before, so that there is one */
    Comment comment(PullRequestRef pullRequest, @Nullable String marker, String markdown, Actor actor);

    /** Removes the source branch of a pull request that is merged or closed, if it still ends with its head. */
    void deleteBranch(PullRequestRef pullRequest, Actor actor);

    /** Makes the source branch again at the last head. */
    void restoreBranch(PullRequestRef pullRequest, Actor actor);
}
