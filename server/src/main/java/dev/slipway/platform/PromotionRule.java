package dev.slipway.platform;

import dev.slipway.kernel.EnvironmentName;
import java.util.List;

/** How Releases come to an environment. */
public record PromotionRule(EnvironmentName from, Trigger trigger, List<GateDefinition> gates) {

    public PromotionRule {
        gates = List.copyOf(gates);
    }

    /** What starts a promotion. */
    public enum Trigger {
        /** A new Release where it comes from. */
        AUTOMATIC,
        /** Somebody who asks for it. */
        MANUAL,
        /** A version vX.Y.Z that is published of its commit on the Git host. */
        RELEASE
    }
}
