package dev.slipway.previews.sweep;

import dev.slipway.kernel.Release;
import dev.slipway.previews.Preview;
import dev.slipway.previews.manifests.Entrance;
import dev.slipway.traffic.Gateway;
import dev.slipway.traffic.ProbeResult;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks a preview what its own readiness probe asks, the way the world will: through the gateway. */
@Component
class ReadinessProbe {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int FIRST_BAD_STATUS = 400;

    private final Gateway gateway;
    private final Overlays overlays;

    ReadinessProbe(Gateway gateway, Overlays overlays) {
        this.gateway = gateway;
        this.overlays = overlays;
    }

    /** Why it does not count as an answer; empty when it does. */
    Optional<String> refusal(Preview preview) {
        String path = path(preview);
        String asked = "GET " + path + " on " + preview.host();
        return switch (gateway.get(preview.host(), path, TIMEOUT)) {
            case ProbeResult.Answered answer ->
                answer.status() < FIRST_BAD_STATUS
                        ? Optional.empty()
                        : Optional.of(asked + " answers with status " + answer.status() + ".");
            case ProbeResult.Failed failed -> Optional.of(asked + " gets no answer: " + failed.reason());
        };
    }

    private String path(Preview preview) {
        Release release = Objects.requireNonNull(preview.release());
        return overlays.of(release.repository(), release.commit(), preview.service())
                .entrance()
                .map(Entrance::readinessPath)
                .orElse("/");
    }
}
