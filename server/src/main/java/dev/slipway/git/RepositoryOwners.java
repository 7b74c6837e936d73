package dev.slipway.git;

import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.TeamName;
import java.util.Optional;

/** SPI: whose repository it is; {@code platform} knows. */
public interface RepositoryOwners {

    /** Empty for what belongs to the platform as a whole. */
    Optional<TeamName> owner(RepositoryRef repository);
}
