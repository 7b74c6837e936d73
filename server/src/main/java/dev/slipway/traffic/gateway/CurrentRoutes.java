package dev.slipway.traffic.gateway;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Reconciliation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The routes of the current desired state; changed as a whole, so that no request sees half of a change. */
@Component
class CurrentRoutes implements Reconciliation {

    private static final Duration INTERVAL = Duration.ofSeconds(20);

    private final DesiredState desiredState;
    private final Platforms platforms;
    private volatile Snapshot snapshot = new Snapshot(null, List.of(), Routes.none(), ServiceOwners.none());

    private record Snapshot(@Nullable Desired desired, List<Cluster> clusters, Routes routes, ServiceOwners owners) {

        /** A commit alone does not say it: what could not be read at first may be readable now. */
        boolean isOf(Desired newest, List<Cluster> definition) {
            return newest.equals(desired) && definition.equals(clusters);
        }
    }

    CurrentRoutes(DesiredState desiredState, Platforms platforms) {
        this.desiredState = desiredState;
        this.platforms = platforms;
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
        List<Cluster> clusters =
                platforms.find().map(PlatformDefinition::clusters).orElse(List.of());
        if (current.isPresent() && !snapshot.isOf(current.get(), clusters)) {
            Desired desired = current.get();
            snapshot =
                    new Snapshot(desired, clusters, new DesiredRoutes(desired, clusters), new ServiceOwners(desired));
        }
    }
}
