package dev.slipway.delivery.local;

import dev.slipway.delivery.Health;
import dev.slipway.delivery.objects.LiveObject;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.sync.Judge;
import dev.slipway.delivery.workloads.Controllers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The controllers' word on objects, at one moment. */
record Judgement(
        Controllers controllers, LiveObjects live, @Nullable Instant restartedAt, Instant now) implements Judge {

    @Override
    public boolean healthy(LiveObject object) {
        return controllers.health(object, live, restartedAt, now).health() == Health.HEALTHY;
    }

    @Override
    public boolean failed(LiveObject object) {
        return controllers.failed(object, live, restartedAt, now);
    }

    @Override
    public String reason(LiveObject object) {
        return controllers.health(object, live, restartedAt, now).message();
    }
}
