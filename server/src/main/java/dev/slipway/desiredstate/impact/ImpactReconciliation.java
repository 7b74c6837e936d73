package dev.slipway.desiredstate.impact;

import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Reconciliation;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Makes the comparisons that somebody has asked for and nobody has made. */
@Component
class ImpactReconciliation implements Reconciliation {

    static final String NAME = "desired-state-impact";
    private static final Duration INTERVAL = Duration.ofSeconds(60);

    private final Platforms platforms;
    private final ImpactStore store;
    private final ImpactComputation computation;

    ImpactReconciliation(Platforms platforms, ImpactStore store, ImpactComputation computation) {
        this.platforms = platforms;
        this.store = store;
        this.computation = computation;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void reconcile() {
        platforms.find().ifPresent(definition -> store.open().forEach(each -> computation.make(definition, each)));
    }
}
