package dev.slipway.promotion.flow;

import dev.slipway.builds.BuildFinished;
import dev.slipway.changes.ChangeSettled;
import dev.slipway.delivery.LiveStateChanged;
import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.git.RefsChanged;
import dev.slipway.platform.PlatformChanged;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.ServicesChanged;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.store.PromotionStore;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins and moves promotions until nothing moves any more; gates with a clock are asked again after the interval. */
@Component
class PromotionReconciliation implements Reconciliation {

    static final String NAME = "promotion";

    private static final Logger LOG = LoggerFactory.getLogger(PromotionReconciliation.class);
    private static final int MOST_ROUNDS = 10;

    private final Platforms platforms;
    private final Beginnings beginnings;
    private final Progress progress;
    private final PromotionStore promotions;
    private final Wakeups wakeups;

    PromotionReconciliation(
            Platforms platforms, Beginnings beginnings, Progress progress, PromotionStore promotions, Wakeups wakeups) {
        this.platforms = platforms;
        this.beginnings = beginnings;
        this.progress = progress;
        this.promotions = promotions;
        this.wakeups = wakeups;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(2);
    }

    @EventListener({
        BuildFinished.class,
        ChangeSettled.class,
        DesiredStateChanged.class,
        LiveStateChanged.class,
        PlatformChanged.class,
        RefsChanged.class,
        ServicesChanged.class
    })
    void wake() {
        wakeups.wake(NAME);
    }

    @Override
    public void reconcile() {
        if (platforms.find().isEmpty()) {
            return;
        }
        boolean moved = true;
        for (int round = 0; moved && round < MOST_ROUNDS; round++) {
            beginnings.begin();
            moved = false;
            for (Promotion promotion : promotions.open()) {
                moved |= advance(promotion);
            }
        }
    }

    /** One that cannot be moved does not keep the others waiting. */
    private boolean advance(Promotion promotion) {
        try {
            return progress.advance(promotion);
        } catch (RuntimeException e) {
            LOG.warn("Promotion {} could not be moved and is tried again.", promotion.id(), e);
            return false;
        }
    }
}
