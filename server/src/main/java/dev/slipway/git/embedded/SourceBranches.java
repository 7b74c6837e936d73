package dev.slipway.git.embedded;

import dev.slipway.audit.Audit;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitException;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.git.RefsChanged;
import dev.slipway.git.content.RefWrites;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes away the branches of pull requests that have ended, and brings them back. */
@Component
class SourceBranches {

    private static final String HEADS = "refs/heads/";

    private final RefWrites writes;
    private final GitContent git;
    private final RepositoryTable repositories;
    private final PullRequestTable pulls;
    private final PullRequestRefs refs;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    SourceBranches(
            RefWrites writes,
            GitContent git,
            RepositoryTable repositories,
            PullRequestTable pulls,
            PullRequestRefs refs,
            Audit audit,
            ApplicationEventPublisher events) {
        this.writes = writes;
        this.git = git;
        this.repositories = repositories;
        this.pulls = pulls;
        this.refs = refs;
        this.audit = audit;
        this.events = events;
    }

    /** Where nothing stands against it. */
    void tryDelete(PullRequest pull) {
        if (obstacle(pull).isEmpty()) {
            remove(pull);
        }
    }

    void delete(PullRequest pull, Actor actor) {
        if (pull.state() == PullRequest.State.OPEN) {
            throw conflict(
                    Problem.of("Pull request " + pull.ref() + " is open.").next("Merge or close it first."));
        }
        obstacle(pull).ifPresent(problem -> {
            throw conflict(problem);
        });
        if (!remove(pull)) {
            throw conflict(Problem.of("The branch \"" + pull.sourceBranch() + "\" has commits that pull request "
                            + pull.ref() + " has not.")
                    .next("Propose them, or delete it with git push --delete."));
        }
        audit.record(actor, "pull-request.branch-deleted", "pull-request:" + pull.ref(), Map.of());
    }

    private boolean remove(PullRequest pull) {
        RepositoryRef repository = pull.ref().repository();
        refs.keep(pull.ref(), pull.head());
        boolean removed = writes.remove(repository, HEADS + pull.sourceBranch(), pull.head());
        events.publishEvent(new RefsChanged(repository));
        return removed;
    }

    private Optional<Problem> obstacle(PullRequest pull) {
        RepositoryRef repository = pull.ref().repository();
        String branch = pull.sourceBranch();
        if (branch.equals("main") || repositories.protection(repository, branch).isPresent()) {
            return Optional.of(Problem.of("The branch \"" + branch + "\" is protected."));
        }
        List<PullRequestTable.Row> others =
                pulls.page(PullRequestQuery.ofBranch(repository, PullRequest.State.OPEN, branch));
        return others.stream()
                .map(other -> Problem.of("Pull request " + other.ref() + " proposes the same branch.")
                        .next("Merge or close it first."))
                .findFirst();
    }

    void restore(PullRequest pull, Actor actor) {
        restore(pull);
        audit.record(actor, "pull-request.branch-restored", "pull-request:" + pull.ref(), Map.of());
    }

    /** Makes it where it is not; leaves one that has been pushed again as it is. */
    void restore(PullRequest pull) {
        RepositoryRef repository = pull.ref().repository();
        String ref = HEADS + pull.sourceBranch();
        if (git.commit(repository, pull.head()).isEmpty()) {
            throw conflict(Problem.of("The commits of pull request " + pull.ref() + " are no longer there.")
                    .next("Push the branch again, and propose it anew."));
        }
        if (writes.move(repository, ref, null, pull.head())) {
            events.publishEvent(new RefsChanged(repository));
        }
    }

    private static GitException conflict(Problem problem) {
        return new GitException(ProblemCode.CONFLICT, problem);
    }
}
