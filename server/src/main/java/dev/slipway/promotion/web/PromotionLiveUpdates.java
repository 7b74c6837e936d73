package dev.slipway.promotion.web;

import dev.slipway.promotion.HoldsChanged;
import dev.slipway.promotion.PromotionChanged;
import dev.slipway.promotion.Promotions;
import dev.slipway.ui.LiveUpdates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells open pages that a promotion moved or a hold was lifted. */
@Component
class PromotionLiveUpdates {

    private final Promotions promotions;
    private final LiveUpdates live;

    PromotionLiveUpdates(Promotions promotions, LiveUpdates live) {
        this.promotions = promotions;
        this.live = live;
    }

    @EventListener
    void on(PromotionChanged event) {
        live.changed("promotion/" + event.id());
        promotions.find(event.id()).ifPresent(promotion -> live.changed("service/" + promotion.service()));
    }

    @EventListener
    void on(HoldsChanged event) {
        live.changed("service/" + event.service());
    }
}
