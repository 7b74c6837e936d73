package dev.slipway.platform;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import java.util.List;

/** The registry of hosts and names: which service owns which name, and what a new one would collide with. */
public interface ServiceNames {

    /** All reasons why this service cannot be called that; none when it can. */
    List<Problem> check(ServiceName service, TeamName team);

    /** As {@link #check}, for a service whose repository is there already. */
    default List<Problem> checkInPlace(ServiceName service, TeamName team) {
        return check(service, team);
    }

    /** Reserves name and hosts, in the caller's transaction; throws PlatformException with CONFLICT and all reasons. Reserving again for the same team changes nothing. */
    void reserve(ServiceName service, TeamName team);

    void release(ServiceName service);

    /** All services with their teams. */
    List<RegisteredService> services();

    java.util.Optional<RegisteredService> find(ServiceName service);
}
