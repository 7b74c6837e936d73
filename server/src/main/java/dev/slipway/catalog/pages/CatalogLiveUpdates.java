package dev.slipway.catalog.pages;

import dev.slipway.catalog.CatalogChanged;
import dev.slipway.ui.LiveUpdates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells open pages that the catalog has changed. */
@Component
class CatalogLiveUpdates {

    private final LiveUpdates live;

    CatalogLiveUpdates(LiveUpdates live) {
        this.live = live;
    }

    @EventListener(CatalogChanged.class)
    void changed() {
        live.changed("catalog");
    }
}
