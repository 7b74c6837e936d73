package dev.slipway.git.embedded;

import dev.slipway.git.GitContent;
import dev.slipway.git.Merge;
import dev.slipway.git.MergeGuard;
import dev.slipway.git.MergeMethod;
import dev.slipway.git.MergeObstacle;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.PullRequest;
import dev.slipway.git.content.MergeCommits;
import dev.slipway.git.content.RefWrites;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Merges pull requests: the commit first, then what is written down of it, which {@link PullRequestView} mends after a crash. */
@Component
class Merging {

    private final RepositoryTable repositories;
    private final MergeObstacles obstacles;
    private final MergeMessages messages;
    private final MergeCommits commits;
    private final PullRequestRefs refs;
    private final RefWrites writes;
    private final MergeRecord record;
    private final SourceBranches branches;
    private final GitContent git;
    private final ObjectProvider<MergeGuard> guards;

    Merging(
            RepositoryTable repositories,
            MergeObstacles obstacles,
            MergeMessages messages,
            MergeCommits commits,
            PullRequestRefs refs,
            RefWrites writes,
            MergeRecord record,
            SourceBranches branches,
            GitContent git,
            ObjectProvider<MergeGuard> guards) {
        this.repositories = repositories;
        this.obstacles = obstacles;
        this.messages = messages;
        this.commits = commits;
        this.refs = refs;
        this.writes = writes;
        this.record = record;
        this.branches = branches;
        this.git = git;
        this.guards = guards;
    }

    MergeOutcome merge(PullRequest pull, CommitId expectedHead, MergeMethod method, Actor actor) {
        if (pull.state() == PullRequest.State.MERGED
                && pull.mergedAs() != null
                && pull.head().equals(expectedHead)) {
            return new MergeOutcome.Merged(pull.mergedAs());
        }
        if (pull.state() == PullRequest.State.OPEN && !pull.head().equals(expectedHead)) {
            return new MergeOutcome.Stale(pull.head());
        }
        List<MergeObstacle> against = new ArrayList<>(obstacles.besideContent(pull, actor));
        boolean conflicting = pull.mergeability() == PullRequest.Mergeability.CONFLICTING;
        if (against.isEmpty() && conflicting) {
            return conflicting(pull);
        }
        against.addAll(obstacles.ofContent(pull));
        List<Problem> problems = against.isEmpty()
                ? guarded(pull)
                : against.stream().map(MergeObstacle::problem).toList();
        return problems.isEmpty() ? commit(pull, method, actor) : new MergeOutcome.Refused(problems);
    }

    private List<Problem> guarded(PullRequest pull) {
        return guards.orderedStream()
                .flatMap(guard -> guard.problems(pull).stream())
                .toList();
    }

    private MergeOutcome commit(PullRequest pull, MergeMethod method, Actor actor) {
        RepositoryRef repository = pull.ref().repository();
        MergeMessages.Words words = messages.of(pull, method);
        Optional<CommitId> commit = commits.write(
                repository,
                pull.base(),
                pull.head(),
                method == MergeMethod.SQUASH,
                words.message(),
                method == MergeMethod.SQUASH ? words.author() : MergeMessages.person(actor.account()),
                MergeMessages.person(actor.account()));
        if (commit.isEmpty()) {
            return conflicting(pull);
        }
        refs.prepare(pull.ref(), commit.get());
        if (!writes.move(repository, "refs/heads/" + pull.targetBranch(), pull.base(), commit.get())) {
            return new MergeOutcome.Stale(pull.head());
        }
        record.write(pull.ref(), pull.base(), pull.head(), commit.get(), actor);
        if (repositories.settings(repository).deleteBranchOnMerge()) {
            branches.tryDelete(pull);
        }
        return new MergeOutcome.Merged(commit.get());
    }

    private MergeOutcome conflicting(PullRequest pull) {
        return git.merge(pull.ref().repository(), pull.base(), pull.head()) instanceof Merge.Conflicting(var paths)
                        && !paths.isEmpty()
                ? new MergeOutcome.Conflicting(paths)
                : new MergeOutcome.Refused(List.of(Problem.of("It has no commit in common with " + pull.targetBranch()
                                + " that a merge could begin at.")
                        .next("Make the branch anew from " + pull.targetBranch() + ".")));
    }
}
