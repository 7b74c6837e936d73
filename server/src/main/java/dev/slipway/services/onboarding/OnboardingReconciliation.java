package dev.slipway.services.onboarding;

import dev.slipway.changes.ChangeSettled;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.git.RefsChanged;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.services.Onboarding;
import dev.slipway.ui.LiveUpdates;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries onboardings out. */
@Component
class OnboardingReconciliation implements Reconciliation {

    static final String NAME = "services-onboarding";

    private static final Logger LOG = LoggerFactory.getLogger(OnboardingReconciliation.class);

    private final Platforms platforms;
    private final OnboardingStore store;
    private final OnboardingSteps steps;
    private final LiveUpdates live;
    private final Wakeups wakeups;

    OnboardingReconciliation(
            Platforms platforms, OnboardingStore store, OnboardingSteps steps, LiveUpdates live, Wakeups wakeups) {
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

    @EventListener({ChangeSettled.class, PullRequestChanged.class, RefsChanged.class})
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
    private void advance(Onboarding onboarding) {
        try {
            Optional<Onboarding> current = Optional.of(onboarding);
            while (current.isPresent() && steps.advance(current.get())) {
                current = store.find(onboarding.id());
            }
        } catch (RuntimeException e) { // the edge of a reconciliation; the next round tries again
            LOG.warn("Onboarding \"{}\" could not go on and is tried again.", onboarding.service(), e);
        }
        if (!store.find(onboarding.id()).equals(Optional.of(onboarding))) {
            live.changed("onboarding/" + onboarding.id());
        }
    }
}
