package dev.slipway.services.deletion;

import dev.slipway.changes.ChangeSettled;
import dev.slipway.delivery.LiveStateChanged;
import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.services.Deletion;
import dev.slipway.services.process.StepByStep;
import dev.slipway.ui.LiveUpdates;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries deletions out. */
@Component
class DeletionReconciliation implements Reconciliation {

    static final String NAME = "services-deletion";

    private final Platforms platforms;
    private final DeletionStore deletions;
    private final StepByStep<Deletion> process;
    private final LiveUpdates live;
    private final Wakeups wakeups;

    DeletionReconciliation(
            Platforms platforms, DeletionStore deletions, DeletionSteps steps, LiveUpdates live, Wakeups wakeups) {
        this.platforms = platforms;
        this.deletions = deletions;
        this.process = new StepByStep<>(
                deletions::open,
                deletion -> deletions.find(deletion.service()),
                steps::advance,
                deletion -> "The deletion of \"" + deletion.service() + "\"");
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
            List<Deletion> open = deletions.open();
            process.round(deletion -> live.changed("service/" + deletion.service()));
            // What remains is asked of what is running, which no row tells.
            open.forEach(deletion -> live.changed("service/" + deletion.service() + "/deletion"));
        }
    }
}
