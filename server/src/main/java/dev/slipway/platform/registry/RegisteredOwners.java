package dev.slipway.platform.registry;

import dev.slipway.git.RepositoryOwners;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.store.ServiceRegister;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A service's repository belongs to the service's team. */
@Component
class RegisteredOwners implements RepositoryOwners {

    private final ServiceRegister register;

    RegisteredOwners(ServiceRegister register) {
        this.register = register;
    }

    @Override
    public Optional<TeamName> owner(RepositoryRef repository) {
        return register.owning(repository).map(RegisteredService::team);
    }
}
