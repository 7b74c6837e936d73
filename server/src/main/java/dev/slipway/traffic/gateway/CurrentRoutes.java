package dev.slipway.traffic.gateway;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.kernel.CommitId;
import dev.slipway.scheduling.Reconciliation;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The routes of the current desired state; changed as a whole, so that no request sees half of a change. */
@Component
class CurrentRoutes implements Reconciliation {

    private static final Duration INTERVAL = Duration.ofSeconds(20);

    private final DesiredState desiredState;
    private volatile Snapshot snapshot = new Snapshot(null, Routes.none(), ServiceOwners.none());

    private record Snapshot(@Nullable CommitId commit, Routes routes, ServiceOwners owners) {}

    CurrentRoutes(DesiredState desiredState) {
        this.desiredState = desiredState;
    }

    Routes routes() {
        return snapshot.routes();
    }

    ServiceOwners owners() {
        return snapshot.owners();
    }

    @Override
    public String name() {
        return "traffic-routes";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    /** At once, in the thread of whoever made the change: reading from memory takes no time. */
    @EventListener(DesiredStateChanged.class)
    void changed() {
        reconcile();
    }

    @Override
    public synchronized void reconcile() {
        Optional<Desired> current = desiredState.current();
        if (current.isPresent() && !current.get().commit().equals(snapshot.commit())) {
            Desired desired = current.get();
            snapshot = new Snapshot(desired.commit(), new DesiredRoutes(desired), new ServiceOwners(desired));
        }
    }
}
