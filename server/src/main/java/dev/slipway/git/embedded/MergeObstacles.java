package dev.slipway.git.embedded;

import dev.slipway.git.BranchProtection;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.PullRequestRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what stands against merging a pull request, all at once. */
@Component
class MergeObstacles {

    private final RepositoryTable repositories;
    private final ConversationTable conversation;
    private final Approvals approvals;

    MergeObstacles(RepositoryTable repositories, ConversationTable conversation, Approvals approvals) {
        this.repositories = repositories;
        this.conversation = conversation;
        this.approvals = approvals;
    }

    List<Problem> all(PullRequest pull, Actor actor) {
        List<Problem> problems = new ArrayList<>(besideContent(pull, actor));
        problems.addAll(ofContent(pull));
        return problems;
    }

    /** Whatever its content. */
    List<Problem> besideContent(PullRequest pull, Actor actor) {
        PullRequestRef ref = pull.ref();
        if (pull.state() != PullRequest.State.OPEN) {
            return List.of(Problem.of(
                    "Pull request " + ref + " is " + pull.state().name().toLowerCase(Locale.ROOT) + "."));
        }
        List<Problem> problems = new ArrayList<>();
        if (repositories
                .find(ref.repository())
                .filter(HostedRepository::archived)
                .isPresent()) {
            problems.add(Problem.of("The repository " + ref.repository() + " is archived.")
                    .next("It can be read, not changed."));
        }
        if (pull.draft()) {
            problems.add(Problem.of("It is a draft.").next("Its author says when it is ready for review."));
        }
        repositories.protection(ref.repository(), pull.targetBranch()).ifPresent(protection -> {
            problems.addAll(missingChecks(pull, protection));
            if (!protection.writers().contains(actor.account())) {
                problems.addAll(approvals.missing(pull, protection));
            }
        });
        return problems;
    }

    List<Problem> ofContent(PullRequest pull) {
        if (pull.state() != PullRequest.State.OPEN) {
            return List.of();
        }
        return switch (pull.mergeability()) {
            case CLEAN, UNKNOWN -> List.of();
            case CONFLICTING ->
                List.of(Problem.of("It conflicts with " + pull.targetBranch() + ".")
                        .next("Merge " + pull.targetBranch() + " into " + pull.sourceBranch() + " and push."));
            case EMPTY ->
                List.of(Problem.of("There is nothing to merge: " + pull.targetBranch() + " holds all of its commits."));
        };
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

    private static Problem missing(String check, @Nullable CommitStatus status) {
        return status == null
                ? Problem.of("The required check \"" + check + "\" has not reported yet.")
                        .next("Wait for it.")
                : Problem.of("The required check \"" + check + "\" says "
                        + status.state().name().toLowerCase(Locale.ROOT) + ": " + status.description());
    }
}
