package dev.slipway.services.deletion;

import dev.slipway.audit.Audit;
import dev.slipway.changes.Change;
import dev.slipway.changes.Outcome;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.ServiceNames;
import dev.slipway.services.Deletion;
import dev.slipway.services.Deletion.State;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One step of a deletion at a time; each can be taken again after any crash. */
@Component
class DeletionSteps {

    private final DeletionStore store;
    private final DeletionChanges changes;
    private final Remains remains;
    private final GitHost host;
    private final ServiceNames names;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeletionSteps(
            DeletionStore store,
            DeletionChanges changes,
            Remains remains,
            GitHost host,
            ServiceNames names,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.remains = remains;
        this.host = host;
        this.names = names;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether it got any further. */
    boolean advance(Deletion deletion) {
        return switch (deletion.state()) {
            case MARKING -> mark(deletion);
            case REMOVING ->
                written(deletion, changes.removal(deletion), commit -> read(deletion, commit, State.DRAINING));
            case DRAINING -> drain(deletion);
            case ARCHIVING -> archive(deletion);
            case SUCCEEDED, FAILED -> false;
        };
    }

    private boolean mark(Deletion deletion) {
        return written(deletion, changes.marking(deletion), commit -> read(deletion, commit, State.REMOVING));
    }

    /** An engine that saw only the second commit would leave behind what the first one marks. */
    private boolean read(Deletion deletion, CommitId commit, State next) {
        return remains.knownSince(commit)
                ? move(deletion, next, "")
                : remark(deletion, "Waits until the delivery engine has read commit " + commit.brief() + ".");
    }

    private boolean written(Deletion deletion, Change change, Function<CommitId, Boolean> then) {
        return switch (change.outcome()) {
            case null -> remark(deletion, "Waits for the writer of the platform repository.");
            case Outcome.Proposed proposed ->
                remark(deletion, "Waits for pull request " + proposed.pullRequest() + " to be merged.");
            case Outcome.Committed committed -> then.apply(committed.commit());
            case Outcome.Conflict conflict -> move(deletion, State.FAILED, Problem.sentences(conflict.problems()));
            case Outcome.Refused refused -> move(deletion, State.FAILED, Problem.sentences(refused.problems()));
        };
    }

    private boolean drain(Deletion deletion) {
        if (!remains.applications(deletion.service()).isEmpty()) {
            return remark(deletion, "Waits until the second commit is read.");
        }
        List<String> running = remains.running(deletion.service());
        return running.isEmpty()
                ? move(deletion, State.ARCHIVING, "")
                : remark(deletion, "Waits for " + String.join(", ", running) + " to stop.");
    }

    private boolean archive(Deletion deletion) {
        Actor actor = new Actor.Automation("services", deletion.requestedBy());
        Optional<HostedRepository> repository = host.repository(deletion.repository());
        if (repository.filter(each -> !each.archived()).isPresent()) {
            host.archive(deletion.repository(), actor);
        }
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!move(deletion, State.SUCCEEDED, "")) {
                return false;
            }
            names.release(deletion.service());
            audit.record(
                    actor,
                    "services.deleted",
                    "service:" + deletion.service(),
                    Map.of("repository", deletion.repository().toString()));
            return true;
        }));
    }

    private boolean move(Deletion deletion, State to, String message) {
        return store.move(deletion, to, message, clock.instant());
    }

    private boolean remark(Deletion deletion, String message) {
        store.remark(deletion, message);
        return false;
    }
}
