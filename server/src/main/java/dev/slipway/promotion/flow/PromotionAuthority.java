package dev.slipway.promotion.flow;

import dev.slipway.desiredstate.GatedChangeAuthority;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.Problem;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionState;
import dev.slipway.promotion.Veto;
import dev.slipway.promotion.store.DecisionStore;
import dev.slipway.promotion.store.PromotionStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A change is authorised by the promotion whose gates opened for it, or by the rollback that somebody was allowed to ask for. */
@Component
class PromotionAuthority implements GatedChangeAuthority {

    private final PromotionStore promotions;
    private final DecisionStore decisions;

    PromotionAuthority(PromotionStore promotions, DecisionStore decisions) {
        this.promotions = promotions;
        this.decisions = decisions;
    }

    /**
     * A promotion gets its change only in the moment in which its gates are open, and uses it once: what is written, cancelled or
     * has failed answers for nothing. While its pull request waits to be merged, a rollback elsewhere may veto its Release.
     */
    @Override
    public boolean authorises(ChangeId change) {
        return promotions
                .byChange(change)
                .filter(promotion -> promotion.state() == PromotionState.COMMITTING)
                .filter(promotion -> veto(promotion).isEmpty())
                .isPresent();
    }

    @Override
    public Optional<Problem> objection(ChangeId change) {
        return promotions
                .byChange(change)
                .flatMap(promotion -> veto(promotion).map(veto -> veto.problem(promotion.service())));
    }

    private Optional<Veto> veto(Promotion promotion) {
        return decisions.veto(promotion.service(), promotion.release().id());
    }
}
