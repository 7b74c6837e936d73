package dev.slipway.services.environments;

import dev.slipway.changes.ChangeSettled;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.services.EnvironmentAddition;
import dev.slipway.ui.LiveUpdates;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries additions out. */
@Component
class AdditionReconciliation implements Reconciliation {

    static final String NAME = "services-environments";

    private static final Logger LOG = LoggerFactory.getLogger(AdditionReconciliation.class);

    private final Platforms platforms;
    private final AdditionStore store;
    private final AdditionSteps steps;
    private final LiveUpdates live;
    private final Wakeups wakeups;

    AdditionReconciliation(
            Platforms platforms, AdditionStore store, AdditionSteps steps, LiveUpdates live, Wakeups wakeups) {
        this.platforms = platforms;
        this.store = store;
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

    @EventListener({ChangeSettled.class, PullRequestChanged.class})
    void wake() {
        if (!store.open().isEmpty()) {
            wakeups.wake(NAME);
        }
    }

    @Override
    public void reconcile() {
        if (platforms.find().isPresent()) {
            store.open().forEach(this::advance);
        }
    }

    /** As far as it goes now; one that is stuck does not keep the others waiting. */
    private void advance(EnvironmentAddition addition) {
        try {
            Optional<EnvironmentAddition> current = Optional.of(addition);
            while (current.isPresent() && steps.advance(current.get())) {
                current = store.find(addition.overlay());
            }
        } catch (RuntimeException e) { // the edge of a reconciliation; the next round tries again
            LOG.warn(
                    "Bringing \"{}\" to {} could not go on and is tried again.",
                    addition.service(),
                    addition.environment(),
                    e);
        }
        if (!store.find(addition.overlay()).equals(Optional.of(addition))) {
            live.changed("service/" + addition.service());
        }
    }
}
