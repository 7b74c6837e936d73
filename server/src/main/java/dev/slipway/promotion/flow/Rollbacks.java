package dev.slipway.promotion.flow;

import dev.slipway.audit.Audit;
import dev.slipway.changes.Changes;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.promotion.EnvironmentStanding.Hold;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionException;
import dev.slipway.promotion.PromotionId;
import dev.slipway.promotion.PromotionState;
import dev.slipway.promotion.Rollback;
import dev.slipway.promotion.Veto;
import dev.slipway.promotion.flow.WaysBack.WayBack;
import dev.slipway.promotion.store.DecisionStore;
import dev.slipway.promotion.store.PromotionStore;
import java.time.Clock;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes back by reverting the commit that brought the live Release, or by writing the Release that ran before where that lies
 * further back. Hold and veto are stored in the same transaction as the intent, so that nothing automatic comes in between.
 */
@Component
class Rollbacks {

    private final WaysBack waysBack;
    private final PromotionStore promotions;
    private final DecisionStore decisions;
    private final Deployments deployments;
    private final ReleaseImages images;
    private final Changes changes;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rollbacks(
            WaysBack waysBack,
            PromotionStore promotions,
            DecisionStore decisions,
            Deployments deployments,
            ReleaseImages images,
            Changes changes,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.waysBack = waysBack;
        this.promotions = promotions;
        this.decisions = decisions;
        this.deployments = deployments;
        this.images = images;
        this.changes = changes;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    PromotionId rollBack(ServiceName service, EnvironmentName environment, Rollback wish, Actor actor) {
        promotions.open(service, environment).ifPresent(this::requireRead);
        WayBack back = waysBack.find(service, environment, wish);
        images.require(back.before());
        try {
            return transaction.execute(_ -> begin(service, environment, back, wish.reason(), actor));
        } catch (DuplicateKeyException _) {
            throw conflict("Another promotion or rollback of " + service + " in " + environment
                    + " began just now; look at it first.");
        }
    }

    private PromotionId begin(
            ServiceName service, EnvironmentName environment, WayBack back, String reason, Actor actor) {
        ChangeId change = ChangeId.random();
        promotions.open(service, environment).ifPresent(this::endBeforeRollback);
        PromotionId id = promotions.add(rollback(service, environment, back, change, reason, actor), clock.instant());
        Promotion promotion = promotions.find(id).orElseThrow();
        changes.submit(
                back.undone() == null
                        ? deployments.setBack(promotion, change)
                        : deployments.revert(promotion, change, back.undone()));
        decisions.hold(service, environment, new Hold("rolled back: " + reason, actor.account(), clock.instant()));
        decisions.veto(service, new Veto(back.live().id(), reason, actor.account(), clock.instant()));
        audit.record(
                actor,
                "promotion.rolled-back",
                "service:" + service + "/" + environment,
                Map.of("from", back.live().id(), "to", back.before().id(), "reason", reason));
        return id;
    }

    private static PromotionStore.New rollback(
            ServiceName service,
            EnvironmentName environment,
            WayBack back,
            ChangeId change,
            String reason,
            Actor actor) {
        return new PromotionStore.New(
                Promotion.Kind.ROLLBACK,
                service,
                null,
                environment,
                back.before(),
                PromotionState.COMMITTING,
                actor.account(),
                false,
                change,
                reason);
    }

    /** Until what was written is read, the Release before it passes for the live one. */
    private void requireRead(Promotion open) {
        CommitId commit = open.commit();
        if (commit != null && !waysBack.hasRead(commit)) {
            throw beingWritten(open);
        }
    }

    /** A bad deployment that is under way may be rolled back; one that is being written at this moment is waited for. */
    private void endBeforeRollback(Promotion open) {
        boolean ended = switch (open.state()) {
            case RUNNING, PENDING ->
                promotions.move(
                        open.id(), open.state(), PromotionState.CANCELLED, "Rolled back meanwhile.", clock.instant());
            case DEPLOYING ->
                promotions.move(open.id(), open.state(), PromotionState.FAILED, "Rolled back.", clock.instant());
            case COMMITTING, SUCCEEDED, FAILED, REJECTED, SUPERSEDED, CANCELLED -> false;
        };
        if (!ended) {
            throw beingWritten(open);
        }
    }

    private static PromotionException beingWritten(Promotion open) {
        return conflict(
                "Promotion " + open.id() + " of Release " + open.release().id() + " to " + open.to()
                        + " is being written to Git; look at what is live in a moment.");
    }

    private static PromotionException conflict(String message) {
        return new PromotionException(ProblemCode.CONFLICT, Problem.of(message));
    }
}
