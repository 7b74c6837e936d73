package com.example.service;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Stops before the web server does: not ready first, so that no new requests come, while those that do are answered. */
@Component
class Drain implements SmartLifecycle {

    private final ApplicationContext context;
    private final Settings settings;
    private volatile boolean running;

    Drain(ApplicationContext context, Settings settings) {
        this.context = context;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try {
            Thread.sleep(settings.drainMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
