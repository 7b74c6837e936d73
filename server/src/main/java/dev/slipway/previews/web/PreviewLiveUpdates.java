package dev.slipway.previews.web;

import dev.slipway.previews.PreviewChanged;
import dev.slipway.ui.LiveUpdates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells open pages that a preview moved. */
@Component
class PreviewLiveUpdates {

    private final LiveUpdates live;

    PreviewLiveUpdates(LiveUpdates live) {
        this.live = live;
    }

    @EventListener
    void on(PreviewChanged event) {
        live.changed("previews/" + event.service() + "/" + event.number());
    }
}
