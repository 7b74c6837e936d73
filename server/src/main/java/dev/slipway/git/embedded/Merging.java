package dev.slipway.git.embedded;

import dev.slipway.audit.Audit;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.Commit;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitContent;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.Merge;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.PullRequest;
import dev.slipway.git.content.MergeCommits;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Merges pull requests: the commit first, then what is written down of it, which {@link PullRequestView} mends after a crash. */
@Component
class Merging {

    private final RepositoryTable repositories;
    private final PullRequestTable pulls;
    private final ConversationTable conversation;
    private final MergeCommits commits;
    private final PushTable pushes;
    private final GitContent git;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Merging(
            RepositoryTable repositories,
            PullRequestTable pulls,
            ConversationTable conversation,
            MergeCommits commits,
            PushTable pushes,
            GitContent git,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.repositories = repositories;
        this.pulls = pulls;
        this.conversation = conversation;
        this.commits = commits;
        this.pushes = pushes;
        this.git = git;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    MergeOutcome merge(PullRequest pull, CommitId expectedHead, Actor actor) {
        if (pull.state() == PullRequest.State.MERGED
                && pull.mergedAs() != null
                && pull.head().equals(expectedHead)) {
            return new MergeOutcome.Merged(pull.mergedAs());
        }
        List<Problem> problems = problems(pull);
        if (!problems.isEmpty()) {
            return new MergeOutcome.Refused(problems);
        }
        if (!pull.head().equals(expectedHead)) {
            return new MergeOutcome.Stale(pull.head());
        }
        return switch (pull.mergeability()) {
            case CONFLICTING -> new MergeOutcome.Conflicting(paths(pull));
            case EMPTY -> new MergeOutcome.Refused(List.of(Problem.of("There is nothing to merge.")));
            case CLEAN -> commit(pull, actor);
        };
    }

    private MergeOutcome commit(PullRequest pull, Actor actor) {
        RepositoryRef repository = pull.ref().repository();
        Commit.Person author = new Commit.Person(actor.account(), actor.account() + "@localhost");
        Optional<CommitId> merge =
                commits.merge(repository, pull.targetBranch(), pull.base(), pull.head(), message(pull), author);
        merge.ifPresent(commit -> transaction.executeWithoutResult(_ -> {
            pulls.end(pull.ref(), PullRequest.State.MERGED, commit, clock.instant());
            pushes.record(repository, List.of(commit), actor.account(), clock.instant());
            audit.record(actor, "pull-request.merged", "pull-request:" + pull.ref(), Map.of("commit", commit.value()));
        }));
        return merge.<MergeOutcome>map(MergeOutcome.Merged::new).orElseGet(() -> new MergeOutcome.Stale(pull.head()));
    }

    /** The trailers of what is merged stay readable on the target's first line of history. */
    private String message(PullRequest pull) {
        String trailers = git.commit(pull.ref().repository(), pull.head())
                .map(head -> new TreeMap<>(head.trailers())
                        .entrySet().stream()
                                .filter(trailer -> trailer.getKey().startsWith("Slipway-"))
                                .map(trailer -> trailer.getKey() + ": " + trailer.getValue())
                                .collect(Collectors.joining("\n")))
                .orElse("");
        return pull.title() + "\n\nMerge pull request #" + pull.ref().number() + " from " + pull.sourceBranch() + "\n"
                + (trailers.isEmpty() ? "" : "\n" + trailers + "\n");
    }

    /** Everything that stands against it, whatever its content. */
    private List<Problem> problems(PullRequest pull) {
        PullRequestRef ref = pull.ref();
        List<Problem> problems = new ArrayList<>();
        if (pull.state() != PullRequest.State.OPEN) {
            problems.add(Problem.of(
                    "Pull request " + ref + " is " + pull.state().name().toLowerCase(java.util.Locale.ROOT) + "."));
        }
        if (repositories
                .find(ref.repository())
                .filter(HostedRepository::archived)
                .isPresent()) {
            problems.add(Problem.of("The repository " + ref.repository() + " is archived."));
        }
        repositories
                .protection(ref.repository(), pull.targetBranch())
                .ifPresent(protection -> problems.addAll(missingChecks(pull, protection)));
        return problems;
    }

    private List<Problem> missingChecks(PullRequest pull, BranchProtection protection) {
        Map<String, CommitStatus> statuses = conversation.statuses(pull.ref().repository(), pull.head()).stream()
                .collect(Collectors.toMap(CommitStatus::context, status -> status));
        return protection.requiredChecks().stream()
                .sorted()
                .filter(check ->
                        !statuses.containsKey(check) || statuses.get(check).state() != CommitStatus.State.SUCCESS)
                .map(check -> missing(check, statuses.get(check)))
                .toList();
    }

    private static Problem missing(String check, @org.jspecify.annotations.Nullable CommitStatus status) {
        return status == null
                ? Problem.of("The required check \"" + check + "\" has not reported yet.")
                        .next("Wait for it.")
                : Problem.of("The required check \"" + check + "\" says "
                        + status.state().name().toLowerCase(java.util.Locale.ROOT) + ": " + status.description());
    }

    private List<String> paths(PullRequest pull) {
        RepositoryRef repository = pull.ref().repository();
        return git.mergeBase(repository, pull.base(), pull.head())
                .map(base -> git.merge(repository, base, pull.base(), pull.head()))
                .filter(Merge.Conflicting.class::isInstance)
                .map(merge -> ((Merge.Conflicting) merge).paths())
                .orElse(List.of());
    }
}
