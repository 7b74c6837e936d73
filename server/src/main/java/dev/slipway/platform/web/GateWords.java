package dev.slipway.platform.web;

import dev.slipway.platform.GateDefinition;
import dev.slipway.ui.RelativeTime;

/** Gates as sentences. */
public final class GateWords {

    private GateWords() {}

    public static String of(GateDefinition gate) {
        return switch (gate) {
            case GateDefinition.Verified verified -> "verified in " + verified.environment();
            case GateDefinition.Health health ->
                "healthy for " + RelativeTime.duration(health.period()).replaceFirst(" 0 (s|min)$", "");
            case GateDefinition.Parity _ -> "alike where it comes from and where it goes";
            case GateDefinition.Approval approval ->
                approval.count() + (approval.count() == 1 ? " approval" : " approvals") + " from "
                        + String.join(" or ", approval.from())
                        + (approval.authorsExcluded() ? ", not its authors" : "");
        };
    }

    /** The name of a symbol. */
    public static String icon(GateDefinition gate) {
        return switch (gate) {
            case GateDefinition.Verified _ -> "checks";
            case GateDefinition.Health _ -> "heartbeat";
            case GateDefinition.Parity _ -> "layers-linked";
            case GateDefinition.Approval _ -> "thumb-up";
        };
    }
}
