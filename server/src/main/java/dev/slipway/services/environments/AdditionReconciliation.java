package dev.slipway.services.environments;

import dev.slipway.changes.ChangeSettled;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.services.EnvironmentAddition;
import dev.slipway.services.process.StepByStep;
import dev.slipway.ui.LiveUpdates;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries additions out. */
@Component
class AdditionReconciliation implements Reconciliation {

    static final String NAME = "services-environments";

    private final Platforms platforms;
    private final AdditionStore store;
    private final StepByStep<EnvironmentAddition> additions;
    private final LiveUpdates live;
    private final Wakeups wakeups;

    AdditionReconciliation(
            Platforms platforms, AdditionStore store, AdditionSteps steps, LiveUpdates live, Wakeups wakeups) {
        this.platforms = platforms;
        this.store = store;
        this.additions = new StepByStep<>(
                store::open,
                addition -> store.find(addition.overlay()),
                steps::advance,
                addition -> "Bringing \"" + addition.service() + "\" to " + addition.environment());
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
            additions.round(addition -> live.changed("service/" + addition.service()));
        }
    }
}
