package dev.slipway.services.deletion;

import dev.slipway.desiredstate.GatedChangeAuthority;
import dev.slipway.kernel.ChangeId;
import org.springframework.stereotype.Component;

/** A deletion's changes may take a service away from gated environments: somebody with the permission asked for it. */
@Component
class DeletionAuthority implements GatedChangeAuthority {

    private final DeletionStore deletions;

    DeletionAuthority(DeletionStore deletions) {
        this.deletions = deletions;
    }

    @Override
    public boolean authorises(ChangeId change) {
        return deletions.writes(change);
    }
}
