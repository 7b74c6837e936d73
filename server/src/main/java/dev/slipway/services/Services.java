package dev.slipway.services;

import dev.slipway.kernel.Actor;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.RegisteredService;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done to a service that exists. Reads and writes Git, so never call it inside a transaction. */
public interface Services {

    /** All services, in order of name. */
    List<RegisteredService> all();

    /** @throws ServicesException with NOT_FOUND and what was probably meant */
    RegisteredService get(ServiceName service);

    /**
     * The environment variables of one environment as main of the service's repository has them, in the order of the files;
     * what the overlay sets comes before what it inherits.
     */
    List<EnvironmentVariable> configuration(ServiceName service, EnvironmentName environment);

    /**
     * Asks for a variable of one environment to have this value: a pull request in the service's repository, which is built
     * and moves through the gates as any commit.
     *
     * @param value null to take away what the overlay sets
     * @throws ServicesException with every problem of the input, or when the overlay cannot be edited
     */
    ConfigurationChange changeConfiguration(
            ServiceName service, EnvironmentName environment, String variable, @Nullable String value, Actor actor);

    /**
     * Ends a service: everything that runs, its files in the platform repository, its hosts; its repository is archived and
     * keeps the name. Asking again while it goes on changes nothing, asking again after a failure goes on from there.
     *
     * @param typedName must be the service's name
     */
    Deletion delete(ServiceName service, String typedName, Actor actor);

    /** The newest deletion of this service; empty when nobody asked for one. */
    Optional<Deletion> deletion(ServiceName service);
}
