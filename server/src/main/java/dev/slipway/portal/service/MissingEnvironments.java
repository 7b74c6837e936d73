package dev.slipway.portal.service;

import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.platform.RegisteredService;
import dev.slipway.services.EnvironmentAddition;
import dev.slipway.services.EnvironmentAdditions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the environments that a service was made without. */
@Component
class MissingEnvironments {

    private final EnvironmentAdditions additions;
    private final Permissions permissions;
    private final CurrentActor actor;

    MissingEnvironments(EnvironmentAdditions additions, Permissions permissions, CurrentActor actor) {
        this.additions = additions;
        this.permissions = permissions;
        this.actor = actor;
    }

    /** In the definition's order. */
    List<MissingEnvironment> of(RegisteredService service) {
        boolean allowed = permissions.allows(actor.get(), Permission.CREATE_SERVICE, service.team());
        return additions.missing(service.name()).stream()
                .map(environment -> {
                    EnvironmentAddition addition =
                            additions.find(service.name(), environment).orElse(null);
                    boolean open = addition != null && !addition.state().ended();
                    return new MissingEnvironment(environment.value(), addition, allowed && !open);
                })
                .toList();
    }
}
