package dev.slipway.changes.write;

import dev.slipway.changes.Change;
import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Changes;
import dev.slipway.changes.ChangesException;
import dev.slipway.changes.Outcome;
import dev.slipway.changes.Plan;
import dev.slipway.changes.plan.Planning;
import dev.slipway.changes.store.ChangeStore;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scheduling.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes changes in; {@link ChangeWriter} carries them out. */
@Component
class StoredChanges implements Changes {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final ChangeStore store;
    private final Planning planning;
    private final GitContent git;
    private final Wakeups wakeups;
    private final Clock clock;

    StoredChanges(ChangeStore store, Planning planning, GitContent git, Wakeups wakeups, Clock clock) {
        this.store = store;
        this.planning = planning;
        this.git = git;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    @Override
    public void submit(ChangeRequest request) {
        if (store.add(request, clock.instant())) {
            wakeups.wake(ChangeWriter.NAME);
        }
    }

    @Override
    public Optional<Change> find(ChangeId id) {
        return store.find(id);
    }

    @Override
    public List<Change> of(RepositoryRef repository, String branch, int limit) {
        return store.newest(repository, branch, limit);
    }

    @Override
    public Change await(ChangeId id, Duration atMost) {
        Instant giveUp = Instant.now().plus(atMost);
        Change change = known(id);
        while (change.outcome() == null && Instant.now().isBefore(giveUp)) {
            pause();
            change = known(id);
        }
        return change;
    }

    private Change known(ChangeId id) {
        return store.find(id)
                .orElseThrow(() ->
                        new ChangesException(ProblemCode.NOT_FOUND, Problem.of("There is no change " + id + ".")));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a change was waited for.", e);
        }
    }

    @Override
    public Optional<Change> waitingAs(RepositoryRef repository, CommitId head) {
        return git.refs(repository).entrySet().stream()
                .filter(ref -> ref.getValue().equals(head))
                .flatMap(ref -> ProposalBranch.change(ref.getKey()).stream())
                .flatMap(id -> store.find(id).stream())
                .filter(change -> change.request().repository().equals(repository))
                .filter(change -> change.outcome() == null || change.outcome() instanceof Outcome.Proposed)
                .findFirst();
    }

    @Override
    public Plan plan(ChangeRequest request) {
        return git.resolve(request.repository(), "refs/heads/" + request.branch())
                .map(tip -> planning.plan(request.intent(), git.snapshot(request.repository(), tip)))
                .orElseGet(() -> new Plan.Refused(List.of(Problem.of(
                        "There is no branch \"" + request.branch() + "\" in " + request.repository() + "."))));
    }
}
