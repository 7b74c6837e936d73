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
        AUTOMATIC,
        MANUAL
    }
}
