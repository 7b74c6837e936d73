package dev.slipway.changes.write;

import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Outcome;
import dev.slipway.changes.Plan;
import dev.slipway.changes.plan.Planning;
import dev.slipway.changes.store.ChangeStore.Pending;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.NewCommit;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Proposes changes as pull requests from {@code slipway/change/<id>}, and follows them until they are merged or closed. Branch and
 * pull request are found again by the change's id, so a crash makes neither twice.
 */
@Component
class Proposals {

    private static final Actor ACTOR = Actor.system("changes");

    private final GitContent git;
    private final GitHost host;
    private final Planning planning;

    Proposals(GitContent git, GitHost host, Planning planning) {
        this.git = git;
        this.host = host;
        this.planning = planning;
    }

    /** The change's new outcome; empty when there is nothing new. */
    Optional<Outcome> carryOn(Pending change, CommitId tip) {
        Optional<PullRequest> pull = pullRequest(change.request());
        if (pull.isEmpty()) {
            return Optional.of(propose(change.request(), tip));
        }
        return switch (pull.get().state()) {
            case MERGED ->
                Optional.of(new Outcome.Committed(
                        java.util.Objects.requireNonNull(pull.get().mergedAs())));
            case CLOSED ->
                Optional.of(new Outcome.Refused(
                        List.of(Problem.of("Pull request " + pull.get().ref() + " was closed without being merged."))));
            case OPEN -> open(change, pull.get(), tip);
        };
    }

    private Optional<PullRequest> pullRequest(ChangeRequest request) {
        return host.pullRequests(PullRequestQuery.ofBranch(request.repository(), null, branch(request))).stream()
                .filter(pull -> pull.targetBranch().equals(request.branch()))
                .findFirst();
    }

    private Outcome propose(ChangeRequest request, CommitId tip) {
        return switch (planning.plan(request.intent(), git.snapshot(request.repository(), tip))) {
            case Plan.Conflict conflict -> new Outcome.Conflict(conflict.problems());
            case Plan.Refused refused -> new Outcome.Refused(refused.problems());
            case Plan.Write write when write.changes().isEmpty() -> new Outcome.Committed(tip);
            case Plan.Write write -> propose(request, tip, write.changes());
        };
    }

    private Outcome propose(ChangeRequest request, CommitId tip, List<FileChange> changes) {
        RepositoryRef repository = request.repository();
        if (git.resolve(repository, "refs/heads/" + branch(request)).isEmpty()) {
            git.push(repository, new BranchUpdate(branch(request), null, tip, List.of(commit(request, changes))));
        }
        git.resolve(repository, "refs/heads/" + branch(request))
                .ifPresent(head -> host.attribute(repository, List.of(head), request.actor()));
        PullRequest pull = host.open(
                new NewPullRequest(repository, branch(request), request.branch(), request.title(), request.body()),
                Actor.onBehalfOf("changes", request.actor()));
        return new Outcome.Proposed(pull.ref());
    }

    private Optional<Outcome> open(Pending change, PullRequest pull, CommitId tip) {
        if (change.proposed().isEmpty()) {
            return Optional.of(new Outcome.Proposed(pull.ref()));
        }
        if (Archive.holds(host, change.request().repository())) {
            return Optional.of(
                    new Outcome.Refused(List.of(Archive.problem(change.request().repository()))));
        }
        if (pull.mergeability() == PullRequest.Mergeability.CONFLICTING) {
            return recompute(change.request(), pull, tip);
        }
        if (change.request().delivery() == ChangeRequest.Delivery.PULL_REQUEST_FOR_REVIEW) {
            return Optional.empty();
        }
        return switch (host.merge(pull.ref(), pull.head(), ACTOR)) {
            case MergeOutcome.Merged merged -> Optional.of(new Outcome.Committed(merged.commit()));
            case MergeOutcome.Stale _, MergeOutcome.Conflicting _, MergeOutcome.Refused _ -> Optional.empty();
        };
    }

    /**
     * The target moved into the way: the intent is planned anew on its tip, and the branch begins there again; unless
     * somebody else has committed to it since, whose work would be lost.
     */
    private Optional<Outcome> recompute(ChangeRequest request, PullRequest pull, CommitId tip) {
        if (!isOwn(pull.head(), request)) {
            return Optional.empty();
        }
        return switch (planning.plan(request.intent(), git.snapshot(request.repository(), tip))) {
            case Plan.Conflict conflict -> {
                explain(pull, conflict.problems());
                yield Optional.of(new Outcome.Conflict(conflict.problems()));
            }
            case Plan.Refused refused -> {
                explain(pull, refused.problems());
                yield Optional.of(new Outcome.Refused(refused.problems()));
            }
            case Plan.Write write
            when write.changes().isEmpty() -> {
                host.close(pull.ref(), ACTOR);
                yield Optional.of(new Outcome.Committed(tip));
            }
            case Plan.Write write -> {
                PushOutcome outcome = git.push(
                        request.repository(),
                        new BranchUpdate(branch(request), pull.head(), tip, List.of(commit(request, write.changes()))));
                if (outcome instanceof PushOutcome.Pushed pushed) {
                    host.attribute(request.repository(), pushed.commits(), request.actor());
                }
                yield Optional.empty();
            }
        };
    }

    private boolean isOwn(CommitId head, ChangeRequest request) {
        return git.commit(request.repository(), head)
                .filter(commit ->
                        request.id().toString().equals(commit.trailers().get(Messages.CHANGE)))
                .isPresent();
    }

    private void explain(PullRequest pull, List<Problem> problems) {
        String lines = problems.stream().map(problem -> "- " + problem).collect(Collectors.joining("\n"));
        host.comment(
                pull.ref(),
                "slipway:change",
                "This conflicts with the target branch, and Slipway cannot write it anew:\n\n" + lines,
                ACTOR);
    }

    private static NewCommit commit(ChangeRequest request, List<FileChange> changes) {
        return new NewCommit(changes, Messages.of(request), Messages.author(request));
    }

    private static String branch(ChangeRequest request) {
        return ProposalBranch.of(request.id());
    }
}
