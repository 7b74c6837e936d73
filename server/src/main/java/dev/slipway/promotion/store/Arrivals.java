package dev.slipway.promotion.store;

import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When Releases were brought to where they run. */
@FunctionalInterface
public interface Arrivals {

    /** How this Release came to this environment the last time; empty when no promotion, deployment or rollback brought it. */
    Optional<Arrival> newest(ServiceName service, EnvironmentName environment, Release release);

    /**
     * @param writtenAt when its commit was submitted: what was observed before is about another Release
     * @param seenAt when the cluster was seen to run that commit, or was given up on; null before
     */
    record Arrival(Instant writtenAt, @Nullable Instant seenAt) {}
}
