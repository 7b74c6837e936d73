package dev.slipway.git.embedded;

import dev.slipway.git.ApprovalState;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.MergeObstacle;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.git.Review;
import dev.slipway.git.ReviewRule;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts approvals: whose count, for which head, and whether the owners of what changes are among them. */
@Component
class Approvals {

    private final RepositoryTable repositories;
    private final RepositoryAccess access;
    private final ChangedOwners changed;

    Approvals(RepositoryTable repositories, RepositoryAccess access, ChangedOwners changed) {
        this.repositories = repositories;
        this.access = access;
        this.changed = changed;
    }

    ApprovalState state(PullRequest pull) {
        return state(
                pull,
                repositories
                        .protection(pull.ref().repository(), pull.targetBranch())
                        .map(BranchProtection::reviews)
                        .orElse(ReviewRule.NONE));
    }

    private ApprovalState state(PullRequest pull, ReviewRule rule) {
        List<String> given = verdicts(pull, Review.Verdict.APPROVED).toList();
        List<String> fresh = rule.dismissStale()
                ? pull.approvals().stream().map(Review::author).toList()
                : given;
        ChangedOwners.Found owners = changed.of(pull, fresh);
        List<String> counting = fresh.stream()
                .filter(account -> mayMerge(pull, account) || owners.own(account))
                .toList();
        return new ApprovalState(
                rule,
                counting,
                given.stream().filter(account -> !fresh.contains(account)).toList(),
                verdicts(pull, Review.Verdict.CHANGES_REQUESTED)
                        .filter(account -> mayMerge(pull, account) || owners.own(account))
                        .toList(),
                owners.paths(),
                owners.problems());
    }

    private static Stream<String> verdicts(PullRequest pull, Review.Verdict verdict) {
        return pull.reviews().stream()
                .filter(review ->
                        review.verdict() == verdict && !review.author().equals(pull.author()))
                .map(Review::author);
    }

    private boolean mayMerge(PullRequest pull, String account) {
        return access.mayMerge(new Actor.Person(account), pull.ref().repository());
    }

    /** What the protection asks for and the reviews do not give. */
    List<MergeObstacle> missing(PullRequest pull, BranchProtection protection) {
        ReviewRule rule = protection.reviews();
        if (rule.approvals() == 0 && !rule.codeOwners()) {
            return List.of();
        }
        ApprovalState state = state(pull, rule);
        List<MergeObstacle> against = new ArrayList<>();
        state.changesRequestedBy()
                .forEach(account -> against.add(new MergeObstacle(
                        false,
                        Problem.of(account + " asks for changes.")
                                .next("Push them, and ask " + account + " to review again."))));
        if (state.approvedBy().size() < rule.approvals()) {
            against.add(new MergeObstacle(true, tooFew(pull, state)));
        }
        if (rule.codeOwners()) {
            state.problems().forEach(problem -> against.add(new MergeObstacle(false, problem)));
            state.owned().stream()
                    .filter(owned -> !owned.owners().isEmpty() && !owned.approved())
                    .forEach(owned -> against.add(new MergeObstacle(true, unowned(owned))));
        }
        return against;
    }

    private static Problem tooFew(PullRequest pull, ApprovalState state) {
        String needed =
                state.rule().approvals() == 1 ? "1 approval" : state.rule().approvals() + " approvals";
        String given = state.approvedBy().isEmpty()
                ? "there is none that counts"
                : "given so far by " + String.join(", ", state.approvedBy());
        String stale = state.staleBy().isEmpty()
                ? ""
                : "; " + String.join(", ", state.staleBy()) + " approved an older commit, which counts no more";
        List<String> idle = verdicts(pull, Review.Verdict.APPROVED)
                .filter(account -> !state.approvedBy().contains(account)
                        && !state.staleBy().contains(account))
                .toList();
        String without =
                idle.isEmpty() ? "" : "; " + String.join(", ", idle) + " may neither merge here nor owns what changes";
        return Problem.of("It needs " + needed + " of others than its author: " + given + stale + without + ".")
                .next("Ask for a review.");
    }

    private static Problem unowned(ApprovalState.Owned owned) {
        String first = owned.paths().getFirst();
        String more = owned.paths().size() == 1 ? "" : " and " + (owned.paths().size() - 1) + " more";
        return Problem.of("No owner of " + first + more + " has approved it: " + String.join(", ", owned.owners())
                        + " (CODEOWNERS line " + owned.line() + ").")
                .next("Ask one of them for a review.");
    }
}
