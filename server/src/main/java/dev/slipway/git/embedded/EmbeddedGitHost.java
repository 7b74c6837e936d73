package dev.slipway.git.embedded;

import dev.slipway.audit.Audit;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitException;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRelease;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.RefsChanged;
import dev.slipway.git.RepositoryDeleted;
import dev.slipway.git.RepositorySettings;
import dev.slipway.git.content.MergeCommits;
import dev.slipway.git.content.Repositories;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The built-in host. Branches live in Git, what is said about them in PostgreSQL; Git is changed first and is the truth. */
@Component
class EmbeddedGitHost extends EmbeddedPullRequests implements GitHost {

    private final Repositories repositories;
    private final RepositoryTable table;
    private final ConversationTable conversation;
    private final PushTable pushes;
    private final MergeCommits tags;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EmbeddedGitHost(
            Repositories repositories,
            RepositoryTable table,
            Parts parts,
            ConversationTable conversation,
            PushTable pushes,
            MergeCommits tags,
            Audit audit,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        super(parts);
        this.repositories = repositories;
        this.table = table;
        this.conversation = conversation;
        this.pushes = pushes;
        this.tags = tags;
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
            events.publishEvent(new RepositoryDeleted(repository));
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
                    Map.of(
                            "checks", String.join(", ", protection.requiredChecks()),
                            "reviews", protection.reviews().toString()));
        });
    }

    @Override
    public Optional<BranchProtection> protection(RepositoryRef repository, String branch) {
        return table.protection(repository, branch);
    }

    @Override
    public RepositorySettings settings(RepositoryRef repository) {
        return table.settings(repository);
    }

    @Override
    public void change(RepositoryRef repository, RepositorySettings settings, Actor actor) {
        known(repository);
        transaction.executeWithoutResult(_ -> {
            table.change(repository, settings);
            audit.record(
                    actor,
                    "repository.configured",
                    "repository:" + repository,
                    Map.of("delete-branch-on-merge", String.valueOf(settings.deleteBranchOnMerge())));
        });
    }

    @Override
    public void setStatus(RepositoryRef repository, CommitId commit, CommitStatus status) {
        known(repository);
        if (conversation.status(repository, commit, status, clock.instant())) {
            changedHead(repository, commit);
        }
    }

    @Override
    public List<CommitStatus> statuses(RepositoryRef repository, CommitId commit) {
        return conversation.statuses(repository, commit);
    }

    @Override
    public void publishRelease(RepositoryRef repository, HostedRelease release, Actor actor) {
        known(repository);
        tags.problem(repository, release.tag(), release.commit()).ifPresent(problem -> {
            throw new GitException(ProblemCode.INVALID, problem);
        });
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

    @Override
    public void attribute(RepositoryRef repository, List<CommitId> commits, Actor actor) {
        pushes.record(repository, commits, actor.account(), clock.instant());
    }

    @Override
    public List<CommitId> unattributed(RepositoryRef repository, List<CommitId> commits) {
        return pushes.unattributed(repository, commits);
    }

    @Override
    void known(RepositoryRef repository) {
        if (table.find(repository).isEmpty()) {
            throw new GitException(ProblemCode.NOT_FOUND, Problem.of("There is no repository \"" + repository + "\"."));
        }
    }

    private static GitException conflict(String message) {
        return new GitException(ProblemCode.CONFLICT, Problem.of(message));
    }
}
