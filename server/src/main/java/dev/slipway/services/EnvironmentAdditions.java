package dev.slipway.services;

import dev.slipway.kernel.Actor;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ServiceName;
import java.util.List;
import java.util.Optional;

/**
 * Brings services to environments that they were made without. Durable: killed at any point, an addition goes on after a restart
 * and makes nothing twice. Reads Git, so never call it in a transaction.
 */
public interface EnvironmentAdditions {

    int LEAST_REPLICAS = 2;
    int USUAL_REPLICAS = 3;
    int MOST_REPLICAS = 20;

    /** The environments of the definition, in its order, that the service is not declared in. */
    List<EnvironmentName> missing(ServiceName service);

    /**
     * Proposes what the service's template would have made: the overlay in its repository, for its team to merge, and then its
     * declaration in the platform repository. Asking again while it goes on changes nothing.
     *
     * @param replicas as the template asks for production
     * @throws ServicesException with everything that stands against it; then nothing was made
     */
    EnvironmentAddition add(ServiceName service, EnvironmentName environment, int replicas, Actor actor);

    /** The newest; empty when nobody asked for one. */
    Optional<EnvironmentAddition> find(ServiceName service, EnvironmentName environment);
}
