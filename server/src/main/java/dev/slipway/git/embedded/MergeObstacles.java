package dev.slipway.git.embedded;

import dev.slipway.git.BranchProtection;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.MergeObstacle;
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

    List<MergeObstacle> all(PullRequest pull, Actor actor) {
        List<MergeObstacle> against = new ArrayList<>(besideContent(pull, actor));
        against.addAll(ofContent(pull));
        return against;
    }

    /** Whatever its content. */
    List<MergeObstacle> besideContent(PullRequest pull, Actor actor) {
        PullRequestRef ref = pull.ref();
        if (pull.state() != PullRequest.State.OPEN) {
            return List.of(wrong(Problem.of(
                    "Pull request " + ref + " is " + pull.state().name().toLowerCase(Locale.ROOT) + ".")));
        }
        List<MergeObstacle> against = new ArrayList<>();
        if (repositories
                .find(ref.repository())
                .filter(HostedRepository::archived)
                .isPresent()) {
            against.add(wrong(Problem.of("The repository " + ref.repository() + " is archived.")
                    .next("It can be read, not changed.")));
        }
        if (pull.draft()) {
            against.add(awaited(Problem.of("It is a draft.").next("Its author says when it is ready for review.")));
        }
        repositories.protection(ref.repository(), pull.targetBranch()).ifPresent(protection -> {
            against.addAll(missingChecks(pull, protection));
            if (!protection.writers().contains(actor.account())) {
                against.addAll(approvals.missing(pull, protection));
            }
        });
        return against;
    }

    List<MergeObstacle> ofContent(PullRequest pull) {
        if (pull.state() != PullRequest.State.OPEN) {
            return List.of();
        }
        return switch (pull.mergeability()) {
            case CLEAN, UNKNOWN -> List.of();
            case CONFLICTING ->
                List.of(wrong(Problem.of("It conflicts with " + pull.targetBranch() + ".")
                        .next("Merge " + pull.targetBranch() + " into " + pull.sourceBranch() + " and push.")));
            case EMPTY ->
                List.of(wrong(Problem.of(
                        "There is nothing to merge: " + pull.targetBranch() + " holds all of its commits.")));
        };
    }

    private List<MergeObstacle> missingChecks(PullRequest pull, BranchProtection protection) {
        Map<String, CommitStatus> statuses = conversation.statuses(pull.ref().repository(), pull.head()).stream()
                .collect(Collectors.toMap(CommitStatus::context, status -> status));
        return protection.requiredChecks().stream()
                .sorted()
                .filter(check ->
                        !statuses.containsKey(check) || statuses.get(check).state() != CommitStatus.State.SUCCESS)
                .map(check -> missing(check, statuses.get(check)))
                .toList();
    }

    private static MergeObstacle missing(String check, @Nullable CommitStatus status) {
        if (status == null) {
            return awaited(Problem.of("The required check \"" + check + "\" has not reported yet.")
                    .next("Wait for it."));
        }
        Problem problem = Problem.of("The required check \"" + check + "\" says "
                + status.state().name().toLowerCase(Locale.ROOT) + ": " + status.description());
        return status.state() == CommitStatus.State.PENDING ? awaited(problem) : wrong(problem);
    }

    private static MergeObstacle awaited(Problem problem) {
        return new MergeObstacle(true, problem);
    }

    private static MergeObstacle wrong(Problem problem) {
        return new MergeObstacle(false, problem);
    }
}
