package dev.slipway.platform.web;

import dev.slipway.platform.PlatformChanged;
import dev.slipway.ui.LiveUpdates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells open pages that another definition is in force, or a broken one was found. */
@Component
class PlatformLiveUpdates {

    private final LiveUpdates live;

    PlatformLiveUpdates(LiveUpdates live) {
        this.live = live;
    }

    @EventListener(PlatformChanged.class)
    void changed() {
        live.changed("platform");
    }
}
