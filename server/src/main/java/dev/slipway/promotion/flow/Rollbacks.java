package dev.slipway.promotion.flow;

import dev.slipway.audit.Audit;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Intent;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Platforms;
import dev.slipway.promotion.EnvironmentStanding.Hold;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionException;
import dev.slipway.promotion.PromotionId;
import dev.slipway.promotion.PromotionState;
import dev.slipway.promotion.store.DecisionStore;
import dev.slipway.promotion.store.PromotionStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes back by reverting the commit that brought the live Release. Hold and veto are stored in the same transaction as the
 * intent, so that nothing automatic comes in between.
 */
@Component
class Rollbacks {

    private static final int DEEPEST_HISTORY = 50;

    private final DesiredState desired;
    private final GitContent git;
    private final Platforms platforms;
    private final PromotionStore promotions;
    private final DecisionStore decisions;
    private final Deployments deployments;
    private final ReleaseImages images;
    private final Changes changes;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rollbacks(
            DesiredState desired,
            GitContent git,
            Platforms platforms,
            PromotionStore promotions,
            DecisionStore decisions,
            Deployments deployments,
            ReleaseImages images,
            Changes changes,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.desired = desired;
        this.git = git;
        this.platforms = platforms;
        this.promotions = promotions;
        this.decisions = decisions;
        this.deployments = deployments;
        this.images = images;
        this.changes = changes;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The commit that brought what is live, and what ran before it. */
    private record WayBack(CommitId commit, Release live, Release before) {}

    PromotionId rollBack(ServiceName service, EnvironmentName environment, String reason, Actor actor) {
        DesiredApplication application = desired.find(service, environment)
                .orElseThrow(() -> conflict(service + " has no Application in " + environment + "."));
        WayBack back = wayBack(application, service, environment);
        images.require(back.before());
        ChangeId change = ChangeId.random();
        return transaction.execute(_ -> {
            promotions.open(service, environment).ifPresent(this::endBeforeRollback);
            PromotionId id = promotions.add(rollback(service, environment, back, change, actor), clock.instant());
            Promotion promotion = promotions.find(id).orElseThrow();
            changes.submit(deployments.request(
                    promotion,
                    change,
                    "rollback",
                    new Intent.Revert(back.commit()),
                    "Roll " + service + " back in " + environment + " to "
                            + back.before().commit().brief()));
            decisions.hold(service, environment, new Hold("rolled back: " + reason, actor.account(), clock.instant()));
            decisions.veto(service, back.live().id(), reason, actor.account(), clock.instant());
            audit.record(
                    actor,
                    "promotion.rolled-back",
                    "service:" + service + "/" + environment,
                    Map.of("from", back.live().id(), "to", back.before().id(), "reason", reason));
            return id;
        });
    }

    private static PromotionStore.New rollback(
            ServiceName service, EnvironmentName environment, WayBack back, ChangeId change, Actor actor) {
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
                "");
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
            throw conflict("Promotion " + open.id() + " is being written to Git; try again in a moment.");
        }
    }

    private WayBack wayBack(DesiredApplication application, ServiceName service, EnvironmentName environment) {
        RepositoryRef platform = platforms.current().repository();
        CommitId tip = desired.current().orElseThrow().commit();
        Release live = application
                .currentRelease()
                .orElseThrow(() -> conflict("Nothing is released in " + environment + " yet."));
        List<Commit> history = git.log(platform, tip, null, application.file(), DEEPEST_HISTORY);
        for (Commit commit : history) {
            Optional<Release> before = commit.parents().stream()
                    .findFirst()
                    .flatMap(parent -> desired.at(parent).application(service, environment))
                    .flatMap(DesiredApplication::currentRelease);
            if (before.isEmpty()) {
                throw conflict("Release " + live.id() + " is the first in " + environment
                        + ": there is nothing before it to go back to.");
            }
            if (!before.get().equals(live)) {
                return new WayBack(commit.id(), live, before.get());
            }
        }
        throw conflict("The commit that brought Release " + live.id() + " to " + environment + " was not found.");
    }

    private static PromotionException conflict(String message) {
        return new PromotionException(ProblemCode.CONFLICT, Problem.of(message));
    }
}
