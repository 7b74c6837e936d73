package dev.slipway.services.deletion;

import dev.slipway.audit.Audit;
import dev.slipway.changes.Change;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Outcome;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.RegisteredService;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.services.Deletion;
import dev.slipway.services.ServicesException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins deletions and tells how far they are; {@link DeletionReconciliation} carries them out. */
@Component
public class Deletions {

    private static final int RECENT = 200;

    private final DeletionStore store;
    private final Changes changes;
    private final Platforms platforms;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Wakeups wakeups;
    private final Clock clock;

    Deletions(
            DeletionStore store,
            Changes changes,
            Platforms platforms,
            Audit audit,
            TransactionTemplate transaction,
            Wakeups wakeups,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.platforms = platforms;
        this.audit = audit;
        this.transaction = transaction;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    public Optional<Deletion> find(ServiceName service) {
        return store.find(service);
    }

    /** From now on it goes on by itself, whatever happens to this process. */
    public Deletion begin(RegisteredService service, Actor actor) {
        refuseWhatIsBeingCreated(service.name());
        transaction.executeWithoutResult(_ -> {
            store.begin(service, actor.account(), clock.instant());
            audit.record(
                    actor,
                    "services.deletion-requested",
                    "service:" + service.name(),
                    Map.of("team", service.team().value()));
            wakeups.wake(DeletionReconciliation.NAME);
        });
        return store.find(service.name()).orElseThrow();
    }

    /** Its pull request would bring back what was just removed. */
    private void refuseWhatIsBeingCreated(ServiceName service) {
        boolean open = changes.of(platforms.current().repository(), "main", RECENT).stream()
                .filter(change -> service.equals(change.request().service()))
                .anyMatch(Deletions::isOpenScaffold);
        if (open) {
            throw new ServicesException(
                    ProblemCode.CONFLICT,
                    Problem.of("The service \"" + service + "\" is still being created.")
                            .next(
                                    "Wait for its pull request in the platform repository, or close it, then try again."));
        }
    }

    private static boolean isOpenScaffold(Change change) {
        return change.request().kind().equals("scaffold")
                && (change.outcome() == null || change.outcome() instanceof Outcome.Proposed);
    }
}
