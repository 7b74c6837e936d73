package dev.slipway.desiredstate;

import dev.slipway.kernel.ChangeId;

/** SPI: knows which stored intents may change a gated environment; {@code promotion} implements it. */
public interface GatedChangeAuthority {

    /** Whether the gates (or the permission: rollback, delete) of this stored change passed. Unknown is false. */
    boolean authorises(ChangeId change);
}
