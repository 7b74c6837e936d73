package dev.slipway.services.onboarding;

import dev.slipway.changes.ChangeSettled;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.git.RefsChanged;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.services.Onboarding;
import dev.slipway.services.process.StepByStep;
import dev.slipway.ui.LiveUpdates;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries onboardings out. */
@Component
class OnboardingReconciliation implements Reconciliation {

    static final String NAME = "services-onboarding";

    private final Platforms platforms;
    private final OnboardingStore store;
    private final StepByStep<Onboarding> onboardings;
    private final LiveUpdates live;
    private final Wakeups wakeups;

    OnboardingReconciliation(
            Platforms platforms, OnboardingStore store, OnboardingSteps steps, LiveUpdates live, Wakeups wakeups) {
        this.platforms = platforms;
        this.store = store;
        this.onboardings = new StepByStep<>(
                store::open,
                onboarding -> store.find(onboarding.id()),
                steps::advance,
                onboarding -> "Onboarding \"" + onboarding.service() + "\"");
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
            onboardings.round(onboarding -> live.changed("onboarding/" + onboarding.id()));
        }
    }
}
