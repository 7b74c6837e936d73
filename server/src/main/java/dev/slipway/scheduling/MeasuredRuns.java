package dev.slipway.scheduling;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/** Times the runs of reconciliations: {@code slipway_reconciliation_seconds{name,outcome}}. */
@Component
class MeasuredRuns {

    private final MeterRegistry registry;

    MeasuredRuns(MeterRegistry registry) {
        this.registry = registry;
    }

    void run(Reconciliation reconciliation) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failure";
        try {
            reconciliation.reconcile();
            outcome = "success";
        } finally {
            sample.stop(Timer.builder("slipway.reconciliation")
                    .description("Runs of what compares what is with what should be")
                    .tag("name", reconciliation.name())
                    .tag("outcome", outcome)
                    .register(registry));
        }
    }
}
