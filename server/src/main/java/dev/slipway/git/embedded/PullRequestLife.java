package dev.slipway.git.embedded;

import dev.slipway.audit.Audit;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitException;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens, closes and reopens pull requests, and makes drafts of them. */
@Component
class PullRequestLife {

    private final RepositoryTable repositories;
    private final PullRequestTable pulls;
    private final PullRequestView view;
    private final PullRequestRefs refs;
    private final SourceBranches branches;
    private final GitContent git;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PullRequestLife(
            RepositoryTable repositories,
            PullRequestTable pulls,
            PullRequestView view,
            PullRequestRefs refs,
            SourceBranches branches,
            GitContent git,
            Audit audit,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repositories = repositories;
        this.pulls = pulls;
        this.view = view;
        this.refs = refs;
        this.branches = branches;
        this.git = git;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    PullRequest find(PullRequestRef ref) {
        return pulls.find(ref)
                .map(view::of)
                .orElseThrow(() ->
                        new GitException(ProblemCode.NOT_FOUND, Problem.of("There is no pull request " + ref + ".")));
    }

    PullRequest open(NewPullRequest pull, Actor actor) {
        Optional<PullRequestTable.Row> open = pulls.open(pull.repository(), pull.sourceBranch(), pull.targetBranch());
        if (open.isPresent()) {
            return view.of(open.get());
        }
        CommitId head = head(pull.repository(), pull.sourceBranch());
        CommitId base = head(pull.repository(), pull.targetBranch());
        if (git.isAncestor(pull.repository(), head, base)) {
            throw conflict("The branch \"" + pull.sourceBranch() + "\" holds nothing that \"" + pull.targetBranch()
                    + "\" does not have.");
        }
        PullRequestRef ref = transaction.execute(_ -> {
            PullRequestRef next = new PullRequestRef(pull.repository(), repositories.nextNumber(pull.repository()));
            pulls.add(next, pull, actor.account(), head, base, clock.instant());
            audit.record(actor, "pull-request.opened", "pull-request:" + next, Map.of("title", pull.title()));
            return next;
        });
        refs.keep(ref, head);
        events.publishEvent(new PullRequestChanged(ref));
        return find(ref);
    }

    private CommitId head(RepositoryRef repository, String branch) {
        return git.resolve(repository, "refs/heads/" + branch)
                .orElseThrow(() -> new GitException(
                        ProblemCode.INVALID,
                        Problem.of("There is no branch \"" + branch + "\" in " + repository + ".")));
    }

    void close(PullRequestRef ref, Actor actor) {
        PullRequest pull = find(ref);
        if (pull.state() == PullRequest.State.OPEN) {
            refs.keep(ref, pull.head());
        }
        transaction.executeWithoutResult(_ -> {
            if (!pulls.end(ref, PullRequest.State.CLOSED, null, clock.instant())) {
                throw conflict(
                        "Pull request " + ref + " is " + pull.state().name().toLowerCase(Locale.ROOT) + " already.");
            }
            audit.record(actor, "pull-request.closed", "pull-request:" + ref, Map.of());
        });
        events.publishEvent(new PullRequestChanged(ref));
    }

    PullRequest reopen(PullRequestRef ref, Actor actor) {
        PullRequest pull = find(ref);
        switch (pull.state()) {
            case OPEN -> {
                return pull;
            }
            case MERGED -> throw conflict("Pull request " + ref + " is merged. Propose what is left anew.");
            case CLOSED -> requireWritable(ref.repository());
        }
        pulls.open(ref.repository(), pull.sourceBranch(), pull.targetBranch()).ifPresent(other -> {
            throw conflict("Pull request " + other.ref() + " proposes the same branch.");
        });
        branches.restore(pull);
        try {
            transaction.executeWithoutResult(_ -> {
                if (pulls.reopen(ref, clock.instant())) {
                    audit.record(actor, "pull-request.reopened", "pull-request:" + ref, Map.of());
                }
            });
        } catch (DuplicateKeyException _) {
            throw conflict("Another pull request proposes the branch \"" + pull.sourceBranch() + "\".");
        }
        events.publishEvent(new PullRequestChanged(ref));
        return find(ref);
    }

    PullRequest draft(PullRequestRef ref, boolean draft, Actor actor) {
        PullRequest pull = find(ref);
        if (pull.state() != PullRequest.State.OPEN) {
            throw conflict("Pull request " + ref + " is " + pull.state().name().toLowerCase(Locale.ROOT) + ".");
        }
        Boolean changed = transaction.execute(_ -> {
            boolean news = pulls.draft(ref, draft, clock.instant());
            if (news) {
                audit.record(
                        actor,
                        draft ? "pull-request.drafted" : "pull-request.readied",
                        "pull-request:" + ref,
                        Map.of());
            }
            return news;
        });
        if (changed) {
            events.publishEvent(new PullRequestChanged(ref));
        }
        return find(ref);
    }

    void requireWritable(RepositoryRef repository) {
        if (repositories.find(repository).filter(HostedRepository::archived).isPresent()) {
            throw conflict("The repository " + repository + " is archived: it can be read, not changed.");
        }
    }

    private static GitException conflict(String message) {
        return new GitException(ProblemCode.CONFLICT, Problem.of(message));
    }
}
