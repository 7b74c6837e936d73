package dev.slipway.services.deletion;

import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.DepartingServices;
import org.springframework.stereotype.Component;

/** Says of which services a deletion is under way. */
@Component
class ServicesBeingDeleted implements DepartingServices {

    private final DeletionStore deletions;

    ServicesBeingDeleted(DeletionStore deletions) {
        this.deletions = deletions;
    }

    @Override
    public boolean isDeparting(ServiceName service) {
        return deletions
                .find(service)
                .filter(deletion -> !deletion.state().ended())
                .isPresent();
    }
}
