package dev.slipway.builds.record;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import java.util.List;
import java.util.Optional;

/** A platform without services. */
final class NoServices implements ServiceNames {

    @Override
    public List<Problem> check(ServiceName service, TeamName team) {
        return List.of();
    }

    @Override
    public void reserve(ServiceName service, TeamName team) {}

    @Override
    public void release(ServiceName service) {}

    @Override
    public List<RegisteredService> services() {
        return List.of();
    }

    @Override
    public Optional<RegisteredService> find(ServiceName service) {
        return Optional.empty();
    }
}
