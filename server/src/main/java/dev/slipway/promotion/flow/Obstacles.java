package dev.slipway.promotion.flow;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Release;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platforms;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.store.DecisionStore;
import dev.slipway.promotion.store.PromotionStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What ends a promotion that has not been written yet, whatever its gates say. */
@Component
class Obstacles {

    private final Platforms platforms;
    private final DesiredState desired;
    private final PromotionStore promotions;
    private final DecisionStore decisions;

    Obstacles(Platforms platforms, DesiredState desired, PromotionStore promotions, DecisionStore decisions) {
        this.platforms = platforms;
        this.desired = desired;
        this.promotions = promotions;
        this.decisions = decisions;
    }

    Optional<String> of(Promotion promotion) {
        return definition(promotion).or(() -> veto(promotion)).or(() -> hold(promotion));
    }

    /** Where it comes from, another Release runs now: its gates could never open again. */
    Optional<String> successor(Promotion promotion) {
        return Optional.ofNullable(promotion.from())
                .flatMap(from -> desired.find(promotion.service(), from)
                        .flatMap(DesiredApplication::currentRelease)
                        .filter(release -> !release.equals(promotion.release()))
                        .map(release -> overtaken(from, release)));
    }

    /** In words, that another Release runs where one should come from. */
    static String overtaken(EnvironmentName from, Release by) {
        return from + " runs Release " + by.id() + " now; promote that one instead.";
    }

    /** The definition may have changed since the promotion began: what came without gates must not slip past new ones. */
    private Optional<String> definition(Promotion promotion) {
        Optional<Environment> environment = platforms.current().environment(promotion.to());
        boolean deployment = promotion.kind() == Promotion.Kind.DEPLOYMENT;
        boolean fits = environment
                .filter(each -> deployment ? each.deploysOnBuild() && !each.gated() : each.gated())
                .isPresent();
        return fits ? Optional.empty() : Optional.of("The definition of " + promotion.to() + " has changed.");
    }

    /** Why its Release may go nowhere; a pull request that waits is not merged then. */
    Optional<String> veto(Promotion promotion) {
        return decisions
                .veto(promotion.service(), promotion.release().id())
                .map(veto -> veto.problem(promotion.service()).toString());
    }

    private Optional<String> hold(Promotion promotion) {
        return decisions
                .hold(promotion.service(), promotion.to())
                .filter(_ -> promotions.automatic(promotion.id()))
                .map(hold -> promotion.to() + " is on hold since " + hold.since() + ": " + hold.reason());
    }
}
