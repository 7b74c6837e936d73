package dev.slipway.catalog.discovery;

import dev.slipway.catalog.store.WordRows;
import dev.slipway.scheduling.Reconciliation;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes the words that no entity is found by any more; adds those of what a server of an earlier version has read meanwhile. */
@Component
class WordsRenewal implements Reconciliation {

    private final WordRows words;

    WordsRenewal(WordRows words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "catalog-words";
    }

    @Override
    public Duration interval() {
        return Duration.ofDays(1);
    }

    @Override
    public void reconcile() {
        words.renew();
    }
}
