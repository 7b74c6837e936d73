package dev.slipway.scaffolder.run;

import dev.slipway.catalog.CatalogChanged;
import dev.slipway.changes.ChangeSettled;
import dev.slipway.scheduling.Wakeups;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What waits for a change, or for the catalog, goes on at once. */
@Component
class Wakers {

    private final Wakeups wakeups;

    Wakers(Wakeups wakeups) {
        this.wakeups = wakeups;
    }

    @EventListener({ChangeSettled.class, CatalogChanged.class})
    void wake() {
        wakeups.wake(Runner.NAME);
    }
}
