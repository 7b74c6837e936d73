package dev.slipway.services.onboarding;

import dev.slipway.audit.Audit;
import dev.slipway.changes.Change;
import dev.slipway.changes.Outcome;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.services.Onboarding;
import dev.slipway.services.Onboarding.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One step of an onboarding at a time; each can be taken again after any crash. */
@Component
class OnboardingSteps {

    private static final String MAIN = "main";
    private static final String BUILD = "slipway/build";
    private static final Duration LONGEST_PUSH = Duration.ofDays(1);

    private final OnboardingStore store;
    private final Histories histories;
    private final Inspection inspection;
    private final OnboardingChanges changes;
    private final BothProposals proposals;
    private final Withdrawal withdrawal;
    private final GitContent content;
    private final GitHost host;
    private final RepositoryAddresses addresses;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OnboardingSteps(
            OnboardingStore store,
            Histories histories,
            Inspection inspection,
            OnboardingChanges changes,
            BothProposals proposals,
            Withdrawal withdrawal,
            GitContent content,
            GitHost host,
            RepositoryAddresses addresses,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.histories = histories;
        this.inspection = inspection;
        this.changes = changes;
        this.proposals = proposals;
        this.withdrawal = withdrawal;
        this.content = content;
        this.host = host;
        this.addresses = addresses;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether it got any further. */
    boolean advance(Onboarding onboarding) {
        if (!onboarding.state().ended() && store.isCancelled(onboarding.id())) {
            return cancel(onboarding);
        }
        try {
            return switch (onboarding.state()) {
                case IMPORTING -> bring(onboarding);
                case RECEIVING -> receive(onboarding);
                case INSPECTING -> inspect(onboarding);
                case REVIEWING -> false;
                case PROPOSING -> propose(onboarding);
                case DECLARING -> declare(onboarding);
                case MERGING -> merge(onboarding);
                case SUCCEEDED, FAILED, CANCELLED -> false;
            };
        } catch (ProblemException e) {
            if (e.code() == ProblemCode.UNAVAILABLE) {
                return remark(onboarding, Problem.sentences(e.problems()));
            }
            return fail(onboarding, Problem.sentences(e.problems()));
        }
    }

    private boolean cancel(Onboarding onboarding) {
        if (histories.isFetching(onboarding.id())) {
            histories.interrupt(onboarding.id());
            return remark(onboarding, "Stops as soon as the import lets go.");
        }
        withdrawal.takeBack(onboarding);
        return store.move(onboarding, State.CANCELLED, "", clock.instant());
    }

    private boolean bring(Onboarding onboarding) {
        Actor actor = OnboardingChanges.actor(onboarding);
        histories.createRepository(onboarding, actor);
        if (onboarding.origin() == Onboarding.Origin.PUSH) {
            return move(onboarding, State.RECEIVING);
        }
        @Nullable String failure = histories.failure(onboarding);
        if (failure != null) {
            return fail(onboarding, failure);
        }
        if (onboarding.defaultBranch() == null) {
            histories.fetch(onboarding);
            return false;
        }
        histories.publish(onboarding, onboarding.defaultBranch(), actor);
        return move(onboarding, State.INSPECTING);
    }

    private boolean receive(Onboarding onboarding) {
        if (content.resolve(onboarding.repository(), "refs/heads/" + MAIN).isPresent()) {
            return move(onboarding, State.INSPECTING);
        }
        if (onboarding.requestedAt().plus(LONGEST_PUSH).isBefore(clock.instant())) {
            return fail(onboarding, "Nothing was pushed for a day.");
        }
        return remark(
                onboarding,
                "Waits for the history: git push " + addresses.git(onboarding.repository()) + " HEAD:refs/heads/main");
    }

    private boolean inspect(Onboarding onboarding) {
        Inspection.Plan plan = inspection.plan(onboarding);
        store.inspected(onboarding.id(), plan.detection(), plan.files(), plan.kept());
        return move(onboarding, onboarding.wish().review() ? State.REVIEWING : State.PROPOSING);
    }

    private boolean propose(Onboarding onboarding) {
        protect(onboarding);
        if (onboarding.files().isEmpty()) {
            return move(onboarding, State.DECLARING);
        }
        Change change = changes.service(onboarding, Objects.requireNonNull(onboarding.detection()));
        if (change.outcome() instanceof Outcome.Proposed proposed) {
            store.servicePull(onboarding.id(), proposed.pullRequest());
        }
        return written(onboarding, change, () -> move(onboarding, State.DECLARING));
    }

    /** A branch that its owners protect already stays as it is. What is not built here cannot have a status of a build here. */
    private void protect(Onboarding onboarding) {
        if (host.protection(onboarding.repository(), MAIN).isEmpty()) {
            boolean built = Objects.requireNonNull(onboarding.detection()).builtHere();
            host.protect(
                    onboarding.repository(),
                    new BranchProtection(MAIN, built ? Set.of(BUILD) : Set.of(), Set.of(Actor.SLIPWAY)),
                    OnboardingChanges.actor(onboarding));
        }
    }

    private boolean declare(Onboarding onboarding) {
        Change change = changes.platform(onboarding, configuration(onboarding));
        if (change.outcome() instanceof Outcome.Proposed proposed) {
            store.platformPull(onboarding.id(), proposed.pullRequest());
        }
        return written(onboarding, change, () -> move(onboarding, State.MERGING));
    }

    /** The commit that has the overlays: proposed, or on main where there was nothing to add. */
    private CommitId configuration(Onboarding onboarding) {
        return java.util.Optional.ofNullable(onboarding.serviceChange())
                .flatMap(host::pullRequest)
                .map(PullRequest::head)
                .or(() -> content.resolve(onboarding.repository(), "refs/heads/" + MAIN))
                .orElseThrow();
    }

    private boolean written(Onboarding onboarding, Change change, Supplier<Boolean> then) {
        return switch (change.outcome()) {
            case null ->
                remark(onboarding, "Waits for the writer of " + change.request().repository() + ".");
            case Outcome.Proposed _, Outcome.Committed _ -> then.get();
            case Outcome.Conflict conflict -> fail(onboarding, Problem.sentences(conflict.problems()));
            case Outcome.Refused refused -> fail(onboarding, Problem.sentences(refused.problems()));
        };
    }

    private boolean merge(Onboarding onboarding) {
        return switch (proposals.look(onboarding)) {
            case BothProposals.Standing.Waiting(String reason) -> remark(onboarding, reason);
            case BothProposals.Standing.Closed(String reason) -> fail(onboarding, reason);
            case BothProposals.Standing.Merged _ -> succeed(onboarding);
        };
    }

    private boolean succeed(Onboarding onboarding) {
        return end(onboarding, State.SUCCEEDED, "", "services.onboarded");
    }

    private boolean fail(Onboarding onboarding, String message) {
        withdrawal.takeBack(onboarding);
        return end(onboarding, State.FAILED, message, "services.onboarding-failed");
    }

    private boolean end(Onboarding onboarding, State state, String message, String what) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!store.move(onboarding, state, message, clock.instant())) {
                return false;
            }
            audit.record(
                    OnboardingChanges.actor(onboarding),
                    what,
                    "service:" + onboarding.service(),
                    Map.of("onboarding", onboarding.id().toString()));
            return true;
        }));
    }

    private boolean move(Onboarding onboarding, State to) {
        return store.move(onboarding, to, "", clock.instant());
    }

    private boolean remark(Onboarding onboarding, String message) {
        store.remark(onboarding.id(), message);
        return false;
    }
}
