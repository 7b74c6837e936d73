package dev.slipway.delivery.local;

import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the loop look at Git as soon as its desired state is another. */
@Component
class DeliverySync implements Reconciliation {

    private static final String NAME = "delivery-sync";

    private final LocalCluster cluster;
    private final Wakeups wakeups;

    DeliverySync(LocalCluster cluster, Wakeups wakeups) {
        this.cluster = cluster;
        this.wakeups = wakeups;
    }

    @EventListener
    void on(DesiredStateChanged changed) {
        wakeups.wake(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void reconcile() {
        cluster.wake();
    }
}
