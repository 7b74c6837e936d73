package dev.slipway.platform;

import dev.slipway.kernel.RepositoryRef;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the process was started with, as far as the platform repository depends on it.
 *
 * @param organisation that holds the platform repository and the services' repositories
 * @param platformRepository the platform repository's name
 * @param domain of the workloads on the first start; later platform.yaml decides
 * @param port of the front listener, for the URLs of the first platform.yaml
 * @param sample whether the first start adds sample teams and users
 */
@ConfigurationProperties("slipway")
public record PlatformProperties(
        @DefaultValue("acme") String organisation,
        @DefaultValue("platform") String platformRepository,
        @DefaultValue("localhost") String domain,
        @DefaultValue("7070") int port,
        @DefaultValue("false") boolean sample) {

    /** The platform repository. */
    public RepositoryRef repository() {
        return new RepositoryRef(organisation, platformRepository);
    }
}
