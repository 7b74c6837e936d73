package dev.slipway.changes.write;

import dev.slipway.changes.ChangeSettled;
import dev.slipway.changes.Outcome;
import dev.slipway.changes.WritePolicy;
import dev.slipway.changes.store.ChangeStore;
import dev.slipway.changes.store.ChangeStore.Branch;
import dev.slipway.changes.store.ChangeStore.Pending;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.git.RefsChanged;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The one writer. As a reconciliation it never runs twice at once, so every branch has a single writer of Slipway's; people's
 * pushes and the host's merges are the others, and a lost race against them is a new round on the new tip.
 */
@Component
class ChangeWriter implements Reconciliation {

    static final String NAME = "changes-writer";

    private static final Logger LOG = LoggerFactory.getLogger(ChangeWriter.class);
    private static final int MOST_ROUNDS = 20;

    private final ChangeStore store;
    private final GitContent git;
    private final GitHost host;
    private final ObjectProvider<WritePolicy> policy;
    private final DirectWrites direct;
    private final Proposals proposals;
    private final Wakeups wakeups;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeWriter(
            ChangeStore store,
            GitContent git,
            GitHost host,
            ObjectProvider<WritePolicy> policy,
            DirectWrites direct,
            Proposals proposals,
            Wakeups wakeups,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.git = git;
        this.host = host;
        this.policy = policy;
        this.direct = direct;
        this.proposals = proposals;
        this.wakeups = wakeups;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(5);
    }

    @EventListener({RefsChanged.class, PullRequestChanged.class})
    void wake() {
        wakeups.wake(NAME);
    }

    @Override
    public void reconcile() {
        for (Branch branch : store.branchesWithWork()) {
            try {
                write(branch);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Changes to {} of {} could not be written and are tried again.",
                        branch.name(),
                        branch.repository(),
                        e);
            }
        }
    }

    private void write(Branch branch) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<CommitId> tip = git.exists(branch.repository())
                    ? git.resolve(branch.repository(), "refs/heads/" + branch.name())
                    : Optional.empty();
            List<Pending> pending = store.pending(branch);
            if (tip.isEmpty()) {
                pending.forEach(each -> settle(each.request().id(), noBranch(branch)));
                return;
            }
            pending.stream()
                    .filter(each -> each.base() == null)
                    .forEach(each -> store.begin(each.request().id(), tip.get()));
            if (!round(branch, tip.get(), store.pending(branch))) {
                return;
            }
        }
    }

    /** Whether another round could bring more. */
    private boolean round(Branch branch, CommitId tip, List<Pending> pending) {
        List<Pending> forTheBranch = new ArrayList<>();
        boolean again = false;
        for (Pending change : written(branch, tip, pending)) {
            switch (decision(change)) {
                case WritePolicy.Decision.Direct _ -> forTheBranch.add(change);
                case WritePolicy.Decision.ByPullRequest _ ->
                    proposals
                            .carryOn(change, tip)
                            .ifPresent(outcome -> settle(change.request().id(), outcome));
                case WritePolicy.Decision.Refused refused ->
                    settle(change.request().id(), new Outcome.Refused(refused.problems()));
            }
        }
        if (!forTheBranch.isEmpty()) {
            DirectWrites.Result result = direct.write(branch, tip, forTheBranch);
            result.outcomes().forEach(this::settle);
            again = result.outcomes().size() < forTheBranch.size();
        }
        return again;
    }

    /** Settles what an earlier, killed run has written already; returns the rest. */
    private List<Pending> written(Branch branch, CommitId tip, List<Pending> pending) {
        Map<ChangeId, CommitId> found = direct.search(branch, tip, pending);
        found.forEach((id, commit) -> settle(id, new Outcome.Committed(commit)));
        return pending.stream()
                .filter(change -> !found.containsKey(change.request().id()))
                .toList();
    }

    /** What was proposed stays with its pull request, whatever the policy has become. */
    private WritePolicy.Decision decision(Pending change) {
        if (change.proposed().isPresent()) {
            return new WritePolicy.Decision.ByPullRequest();
        }
        if (Archive.holds(host, change.request().repository())) {
            return new WritePolicy.Decision.Refused(
                    List.of(Archive.problem(change.request().repository())));
        }
        return switch (change.request().delivery()) {
            case PULL_REQUEST_FOR_REVIEW, PULL_REQUEST_MERGED_ON_GREEN -> new WritePolicy.Decision.ByPullRequest();
            case BY_POLICY -> {
                WritePolicy known = policy.getIfAvailable();
                yield known == null ? new WritePolicy.Decision.Direct() : known.decide(change.request());
            }
        };
    }

    private void settle(ChangeId id, Outcome outcome) {
        store.settle(id, outcome, clock.instant());
        events.publishEvent(new ChangeSettled(id));
    }

    private static Outcome noBranch(Branch branch) {
        return new Outcome.Refused(
                List.of(Problem.of("There is no branch \"" + branch.name() + "\" in " + branch.repository() + ".")));
    }
}
