package dev.slipway.platform;

import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An environment.
 *
 * @param namespacePattern with <code>{team}</code> and <code>{service}</code>
 * @param hostPattern with <code>{service}</code>, <code>{team}</code> and <code>{domain}</code>
 * @param domain of the platform, for {@link #host}
 * @param deploysOnBuild whether every build of main goes here at once
 * @param promotes how Releases come here from another environment; null when they do not
 * @param verification what is checked once a Release is live here
 */
public record Environment(
        EnvironmentName name,
        ClusterName cluster,
        String namespacePattern,
        String hostPattern,
        String domain,
        boolean deploysOnBuild,
        @Nullable PromotionRule promotes,
        Verification verification) {

    public String namespace(TeamName team, ServiceName service) {
        return namespacePattern.replace("{team}", team.value()).replace("{service}", service.value());
    }

    public String host(TeamName team, ServiceName service) {
        return hostPattern
                .replace("{team}", team.value())
                .replace("{service}", service.value())
                .replace("{domain}", domain);
    }

    public Optional<PromotionRule> promotion() {
        return Optional.ofNullable(promotes);
    }

    /** Whether something has to hold before a Release comes here. */
    public boolean gated() {
        return promotes != null;
    }
}
