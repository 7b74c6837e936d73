package dev.slipway.desiredstate;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ServiceName;
import java.util.Optional;

/** What Git says should run. */
public interface DesiredState {

    /** As of the newest commit of the platform repository that was read; empty before the first. Served from memory. */
    Optional<Desired> current();

    /** As of any commit of the platform repository; reads Git, so never inside a transaction. */
    Desired at(CommitId platformCommit);

    default Optional<DesiredApplication> find(ServiceName service, EnvironmentName environment) {
        return current().flatMap(desired -> desired.application(service, environment));
    }
}
