package dev.slipway.promotion.flow;

import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionException;
import dev.slipway.promotion.PromotionState;
import dev.slipway.promotion.store.PromotionStore;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what somebody saw against what is so now: between a page and its button another person may have acted. */
@Component
class Shown {

    private static final int NEWEST = 20;

    private final PromotionStore promotions;

    Shown(PromotionStore promotions) {
        this.promotions = promotions;
    }

    /**
     * @param field that named the Release
     * @param seen the id of the Release that was live then, or {@code nothing}; null from who does not say
     * @param live what is live now; null before the first Release
     * @throws PromotionException with CONFLICT when another one is live
     */
    void requireLive(
            ServiceName service,
            EnvironmentName environment,
            String field,
            @Nullable String seen,
            @Nullable Release live) {
        String now = live == null ? Promotion.NOTHING : live.id();
        if (seen == null || seen.equals(now)) {
            return;
        }
        throw new PromotionException(
                ProblemCode.CONFLICT,
                Problem.at(
                                field,
                                environment + " of " + service + " runs "
                                        + (live == null ? Promotion.NOTHING : "Release " + now)
                                        + " now, not Release "
                                        + seen + "." + since(service, environment, live) + " Nothing was written.")
                        .next("Look at it again, and decide about what is live now: /services/" + service
                                + ", or slipway services " + service + "."));
    }

    /** @throws PromotionException with CONFLICT when the way back leads to another Release than the one that was chosen */
    void requireBefore(EnvironmentName environment, @Nullable String chosen, Release before) {
        if (chosen != null && !chosen.equals(before.id())) {
            throw new PromotionException(
                    ProblemCode.CONFLICT,
                    Problem.at(
                                    "to",
                                    "From what is live, " + environment + " goes back to Release " + before.id()
                                            + ", not to Release " + chosen + ". Nothing was written.")
                            .next("Name that one, or none."));
        }
    }

    private String since(ServiceName service, EnvironmentName environment, @Nullable Release live) {
        Optional<Promotion> bringer = promotions.history(service, environment, NEWEST).stream()
                .filter(each -> each.release().equals(live))
                .filter(each -> each.state() == PromotionState.SUCCEEDED || each.state() == PromotionState.DEPLOYING)
                .findFirst();
        return bringer.map(each -> " " + each.requestedBy() + " brought it by "
                        + each.kind().name().toLowerCase(Locale.ROOT) + " " + each.id() + ".")
                .orElse("");
    }
}
