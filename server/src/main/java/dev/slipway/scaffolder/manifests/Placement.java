package dev.slipway.scaffolder.manifests;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;

/**
 * A service in one environment.
 *
 * @param repositoryUrl of the service's repository
 * @param commit its configuration before the first Release
 */
record Placement(
        PlatformDefinition definition,
        Environment environment,
        ServiceName service,
        TeamName team,
        String repositoryUrl,
        CommitId commit) {

    String namespace() {
        return environment.namespace(team, service);
    }

    String host() {
        return environment.host(team, service);
    }

    Cluster cluster() {
        return definition
                .cluster(environment.cluster())
                .orElseThrow(() -> new IllegalStateException("There is no cluster " + environment.cluster()));
    }

    /** The service's name in this environment, unique in its cluster. */
    String name() {
        return service + "-" + environment.name();
    }
}
