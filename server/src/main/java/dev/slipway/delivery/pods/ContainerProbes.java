package dev.slipway.delivery.pods;

import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.probes.Probe;
import dev.slipway.delivery.probes.ProbeClients;
import dev.slipway.delivery.probes.ProbeTarget;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three probes of a running container: nothing else is asked before the startup probe has succeeded. */
final class ContainerProbes {

    private final @Nullable Probe startup;
    private final @Nullable Probe readiness;
    private final @Nullable Probe liveness;
    private boolean started;
    private boolean ready;

    ContainerProbes(Manifest container, ProbeTarget target, ProbeClients clients, Instant startedAt) {
        this.startup = probe(container, "startupProbe", target, clients, startedAt);
        this.readiness = probe(container, "readinessProbe", target, clients, startedAt);
        this.liveness = probe(container, "livenessProbe", target, clients, startedAt);
    }

    private static @Nullable Probe probe(
            Manifest container, String name, ProbeTarget target, ProbeClients clients, Instant startedAt) {
        return container.has(name) ? new Probe(container.at(name), target, clients, startedAt) : null;
    }

    /** Why the container has to be restarted, or empty. */
    Optional<String> look(Instant now) {
        if (!started && startup != null) {
            startup.look(now);
            started = startup.succeeded();
            return startup.failed() ? Optional.of("startup probe failed: " + startup.message()) : Optional.empty();
        }
        started = true;
        lookAtReadiness(now);
        if (liveness != null) {
            liveness.look(now);
            return liveness.failed() ? Optional.of("liveness probe failed: " + liveness.message()) : Optional.empty();
        }
        return Optional.empty();
    }

    private void lookAtReadiness(Instant now) {
        if (readiness == null) {
            ready = true;
            return;
        }
        readiness.look(now);
        if (readiness.succeeded()) {
            ready = true;
        } else if (readiness.failed()) {
            ready = false;
        }
    }

    boolean started() {
        return started;
    }

    boolean ready() {
        return started && ready;
    }

    /** Why it is not ready. */
    String message() {
        if (ready()) {
            return "";
        }
        if (!started && startup != null) {
            return startup.message().isEmpty() ? "starting" : "starting; startup probe: " + startup.message();
        }
        return readiness == null || readiness.message().isEmpty()
                ? "not ready yet"
                : "readiness probe failed: " + readiness.message();
    }
}
