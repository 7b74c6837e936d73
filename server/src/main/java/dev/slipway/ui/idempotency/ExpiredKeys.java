package dev.slipway.ui.idempotency;

import dev.slipway.scheduling.Reconciliation;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets keys after a day. */
@Component
class ExpiredKeys implements Reconciliation {

    private final IdempotencyKeys keys;

    ExpiredKeys(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "ui-idempotency-keys";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void reconcile() {
        keys.removeExpired();
    }
}
