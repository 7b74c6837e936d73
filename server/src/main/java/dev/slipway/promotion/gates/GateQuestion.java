package dev.slipway.promotion.gates;

import dev.slipway.kernel.Release;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.GateDefinition;
import dev.slipway.platform.PromotionRule;
import dev.slipway.promotion.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * What a gate is asked about.
 *
 * @param live what runs in the target now; null before its first Release
 */
public record GateQuestion(
        Promotion promotion,
        PromotionRule rule,
        TeamName team,
        @Nullable Release live) {

    /** Candidate, live Release and the gate's own words: what an approval is bound to. */
    public String basis(GateDefinition gate) {
        return promotion.release().id() + " over " + (live == null ? "nothing" : live.id()) + " by " + gate;
    }
}
