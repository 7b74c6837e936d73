package dev.slipway.platform.upkeep;

import dev.slipway.kernel.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads the definition before anything that needs it runs: the reconciliations and the web server start later. */
@Component
class PlatformStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformStart.class);

    private final FirstPlatform first;
    private final CurrentDefinition definitions;
    private volatile boolean running;

    PlatformStart(FirstPlatform first, CurrentDefinition definitions) {
        this.first = first;
        this.definitions = definitions;
    }

    @Override
    public void start() {
        running = true;
        try {
            first.ensure();
            definitions.refresh();
        } catch (ProblemException e) {
            LOG.error("The platform repository could not be read at the start; it is tried again every 30 seconds.", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
