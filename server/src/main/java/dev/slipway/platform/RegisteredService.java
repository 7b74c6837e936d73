package dev.slipway.platform;

import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;

/** A service that the platform knows. */
public record RegisteredService(ServiceName name, TeamName team, RepositoryRef repository) {}
