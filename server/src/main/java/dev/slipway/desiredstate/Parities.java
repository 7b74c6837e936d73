package dev.slipway.desiredstate;

import dev.slipway.gitops.parity.Comparison;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import java.util.List;
import java.util.Optional;

/** Whether the environments of services are alike in what the platform definition says must match. */
public interface Parities {

    /** All services in a line each; empty before the first reading. Served from memory. */
    Optional<ParityReport> report();

    /** One service, each pair of environments term by term; empty when it has no Application. Reads Git. */
    List<Comparison> of(ServiceName service);

    /**
     * As it would be with this Release in both environments, on the newest commit of the platform repository. Reads Git and
     * renders, so never inside a transaction.
     */
    Comparison candidate(ServiceName service, EnvironmentName from, EnvironmentName to, Release release);

    /** How many comparisons said what, day by day, oldest first. */
    List<ParityDay> trend(int days);
}
