package dev.slipway.desiredstate;

import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.Problem;
import java.util.Optional;

/** SPI: knows which stored intents may change a gated environment; {@code promotion} implements it. */
public interface GatedChangeAuthority {

    /**
     * Whether the gates (or the permission: rollback, delete) of this stored change passed, and it is being written now. Unknown is
     * false, and so is a change that was written before.
     */
    boolean authorises(ChangeId change);

    /** What somebody decided against this change after its gates had opened; empty when nothing. */
    default Optional<Problem> objection(ChangeId change) {
        return Optional.empty();
    }
}
