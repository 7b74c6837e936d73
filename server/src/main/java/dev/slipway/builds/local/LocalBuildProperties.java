package dev.slipway.builds.local;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of local builds.
 *
 * @param workers how many run at the same time
 * @param timeLimit the longest that one may take
 */
@ConfigurationProperties("slipway.builds")
public record LocalBuildProperties(
        @DefaultValue("2") int workers, @DefaultValue("15m") Duration timeLimit) {

    public LocalBuildProperties {
        if (workers < 1 || timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("slipway.builds needs at least one worker and some time.");
        }
    }
}
