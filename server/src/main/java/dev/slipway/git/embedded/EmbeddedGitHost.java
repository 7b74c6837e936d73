package dev.slipway.git.embedded;

import dev.slipway.audit.Audit;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.Comment;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitException;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRelease;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.git.RefsChanged;
import dev.slipway.git.content.MergeCommits;
import dev.slipway.git.content.Repositories;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The built-in host. Branches live in Git, what is said about them in PostgreSQL; Git is changed first and is the truth. */
@Component
class EmbeddedGitHost implements GitHost {

    private final Repositories repositories;
    private final RepositoryTable table;
    private final PullRequestTable pulls;
    private final PullRequestView view;
    private final ConversationTable conversation;
    private final PushTable pushes;
    private final Merging merging;
    private final MergeCommits tags;
    private final GitContent git;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EmbeddedGitHost(
            Repositories repositories,
            RepositoryTable table,
            PullRequestTable pulls,
            PullRequestView view,
            ConversationTable conversation,
            PushTable pushes,
            Merging merging,
            MergeCommits tags,
            GitContent git,
            Audit audit,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repositories = repositories;
        this.table = table;
        this.pulls = pulls;
        this.view = view;
        this.conversation = conversation;
        this.pushes = pushes;
        this.merging = merging;
        this.tags = tags;
        this.git = git;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public HostedRepository create(RepositoryRef repository, String description, Actor actor) {
        if (table.find(repository).isPresent()) {
            throw conflict("There is a repository \"" + repository + "\" already.");
        }
        repositories.create(repository);
        transaction.executeWithoutResult(_ -> {
            if (table.add(repository, description, clock.instant())) {
                audit.record(actor, "repository.created", "repository:" + repository, Map.of());
            }
        });
        return table.find(repository).orElseThrow();
    }

    @Override
    public Optional<HostedRepository> repository(RepositoryRef repository) {
        return table.find(repository);
    }

    @Override
    public List<HostedRepository> repositories() {
        return table.all();
    }

    @Override
    public void archive(RepositoryRef repository, Actor actor) {
        transaction.executeWithoutResult(_ -> {
            table.archive(repository);
            audit.record(actor, "repository.archived", "repository:" + repository, Map.of());
        });
    }

    @Override
    public void delete(RepositoryRef repository, Actor actor) {
        transaction.executeWithoutResult(_ -> {
            table.remove(repository);
            audit.record(actor, "repository.deleted", "repository:" + repository, Map.of());
        });
        repositories.delete(repository);
    }

    @Override
    public void protect(RepositoryRef repository, BranchProtection protection, Actor actor) {
        known(repository);
        transaction.executeWithoutResult(_ -> {
            table.protect(repository, protection);
            audit.record(
                    actor,
                    "repository.protected",
                    "repository:" + repository + "/" + protection.branch(),
                    Map.of("checks", String.join(", ", protection.requiredChecks())));
        });
    }

    @Override
    public Optional<BranchProtection> protection(RepositoryRef repository, String branch) {
        return table.protection(repository, branch);
    }

    @Override
    public PullRequest open(NewPullRequest pull, Actor actor) {
        known(pull.repository());
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
            PullRequestRef next = new PullRequestRef(pull.repository(), table.nextNumber(pull.repository()));
            pulls.add(next, pull, actor.account(), head, base, clock.instant());
            audit.record(actor, "pull-request.opened", "pull-request:" + next, Map.of("title", pull.title()));
            return next;
        });
        events.publishEvent(new PullRequestChanged(ref));
        return view.of(pulls.find(ref).orElseThrow());
    }

    private CommitId head(RepositoryRef repository, String branch) {
        return git.resolve(repository, "refs/heads/" + branch)
                .orElseThrow(() -> new GitException(
                        ProblemCode.INVALID,
                        Problem.of("There is no branch \"" + branch + "\" in " + repository + ".")));
    }

    @Override
    public Optional<PullRequest> pullRequest(PullRequestRef ref) {
        return pulls.find(ref).map(view::of);
    }

    @Override
    public List<PullRequest> pullRequests(RepositoryRef repository, PullRequest.@Nullable State state) {
        return pulls.all(repository, state).stream()
                .map(view::of)
                .filter(pull -> state == null || pull.state() == state)
                .toList();
    }

    @Override
    public void close(PullRequestRef ref, Actor actor) {
        PullRequest pull = view.of(row(ref));
        transaction.executeWithoutResult(_ -> {
            if (!pulls.end(ref, PullRequest.State.CLOSED, null, clock.instant())) {
                throw conflict("Pull request " + ref + " is "
                        + pull.state().name().toLowerCase(java.util.Locale.ROOT) + " already.");
            }
            audit.record(actor, "pull-request.closed", "pull-request:" + ref, Map.of());
        });
        events.publishEvent(new PullRequestChanged(ref));
    }

    @Override
    public MergeOutcome merge(PullRequestRef ref, CommitId expectedHead, Actor actor) {
        MergeOutcome outcome = merging.merge(view.of(row(ref)), expectedHead, actor);
        if (outcome instanceof MergeOutcome.Merged) {
            events.publishEvent(new RefsChanged(ref.repository()));
            events.publishEvent(new PullRequestChanged(ref));
        }
        return outcome;
    }

    @Override
    public List<Comment> comments(PullRequestRef ref) {
        return conversation.comments(ref);
    }

    @Override
    public Comment comment(PullRequestRef ref, @Nullable String marker, String markdown, Actor actor) {
        row(ref);
        Comment comment = conversation.comment(ref, marker, markdown, actor.account(), clock.instant());
        events.publishEvent(new PullRequestChanged(ref));
        return comment;
    }

    @Override
    public void setStatus(RepositoryRef repository, CommitId commit, CommitStatus status) {
        known(repository);
        if (conversation.status(repository, commit, status, clock.instant())) {
            pulls.all(repository, PullRequest.State.OPEN).stream()
                    .filter(row -> row.head().equals(commit))
                    .forEach(row -> events.publishEvent(new PullRequestChanged(row.ref())));
        }
    }

    @Override
    public List<CommitStatus> statuses(RepositoryRef repository, CommitId commit) {
        return conversation.statuses(repository, commit);
    }

    @Override
    public void publishRelease(RepositoryRef repository, HostedRelease release, Actor actor) {
        known(repository);
        if (!tags.tag(repository, release.tag(), release.commit())) {
            throw conflict("The tag \"" + release.tag() + "\" is on another commit.");
        }
        transaction.executeWithoutResult(_ -> {
            if (!conversation.release(repository, release)) {
                throw conflict("There is a release \"" + release.tag() + "\" already.");
            }
            audit.record(actor, "repository.released", "repository:" + repository, Map.of("tag", release.tag()));
        });
        events.publishEvent(new RefsChanged(repository));
    }

    @Override
    public List<HostedRelease> releases(RepositoryRef repository) {
        return conversation.releases(repository);
    }

    @Override
    public List<String> accountsBehind(RepositoryRef repository, List<CommitId> commits) {
        return pushes.accounts(repository, commits);
    }

    private void known(RepositoryRef repository) {
        if (table.find(repository).isEmpty()) {
            throw new GitException(ProblemCode.NOT_FOUND, Problem.of("There is no repository \"" + repository + "\"."));
        }
    }

    private PullRequestTable.Row row(PullRequestRef ref) {
        return pulls.find(ref)
                .orElseThrow(() ->
                        new GitException(ProblemCode.NOT_FOUND, Problem.of("There is no pull request " + ref + ".")));
    }

    private static GitException conflict(String message) {
        return new GitException(ProblemCode.CONFLICT, Problem.of(message));
    }
}
