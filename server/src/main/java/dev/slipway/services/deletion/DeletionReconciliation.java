package dev.slipway.services.deletion;

import dev.slipway.changes.ChangeSettled;
import dev.slipway.delivery.LiveStateChanged;
import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.services.Deletion;
import dev.slipway.ui.LiveUpdates;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries deletions out. */
@Component
class DeletionReconciliation implements Reconciliation {

    static final String NAME = "services-deletion";

    private static final Logger LOG = LoggerFactory.getLogger(DeletionReconciliation.class);

    private final Platforms platforms;
    private final DeletionStore deletions;
    private final DeletionSteps steps;
    private final LiveUpdates live;
    private final Wakeups wakeups;

    DeletionReconciliation(
            Platforms platforms, DeletionStore deletions, DeletionSteps steps, LiveUpdates live, Wakeups wakeups) {
        this.platforms = platforms;
        this.deletions = deletions;
        this.steps = steps;
        this.live = live;
        this.wakeups = wakeups;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(5);
    }

    @EventListener({ChangeSettled.class, DesiredStateChanged.class, LiveStateChanged.class})
    void wake() {
        if (!deletions.open().isEmpty()) {
            wakeups.wake(NAME);
        }
    }

    @Override
    public void reconcile() {
        if (platforms.find().isPresent()) {
            deletions.open().forEach(this::advance);
        }
    }

    /** As far as it goes now; one that is stuck does not keep the others waiting. */
    private void advance(Deletion deletion) {
        try {
            Optional<Deletion> current = Optional.of(deletion);
            while (current.isPresent() && steps.advance(current.get())) {
                live.changed("service/" + deletion.service());
                current = deletions.find(deletion.service());
            }
            live.changed("service/" + deletion.service() + "/deletion");
        } catch (RuntimeException e) {
            LOG.warn("The deletion of \"{}\" could not go on and is tried again.", deletion.service(), e);
        }
    }
}
