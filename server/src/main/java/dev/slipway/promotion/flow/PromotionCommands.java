package dev.slipway.promotion.flow;

import dev.slipway.audit.Audit;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.PromotionRule;
import dev.slipway.platform.RegisteredService;
import dev.slipway.promotion.EnvironmentStanding;
import dev.slipway.promotion.HoldsChanged;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionChanged;
import dev.slipway.promotion.PromotionContent;
import dev.slipway.promotion.PromotionException;
import dev.slipway.promotion.PromotionId;
import dev.slipway.promotion.PromotionState;
import dev.slipway.promotion.Promotions;
import dev.slipway.promotion.Rollback;
import dev.slipway.promotion.Veto;
import dev.slipway.promotion.content.Contents;
import dev.slipway.promotion.store.DecisionStore;
import dev.slipway.promotion.store.PromotionStore;
import dev.slipway.scheduling.Wakeups;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people ask of promotions. Git and the cluster are read first; the decision and its audit are one transaction. */
@Component
class PromotionCommands implements Promotions {

    private final Lookup lookup;
    private final EndingServices ending;
    private final PromotionStore promotions;
    private final DecisionStore decisions;
    private final DesiredState desired;
    private final Words words;
    private final Rollbacks rollbacks;
    private final ReleaseImages images;
    private final Writability writability;
    private final Standings standings;
    private final Contents contents;
    private final Permissions permissions;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Wakeups wakeups;
    private final Clock clock;

    PromotionCommands(
            Lookup lookup,
            EndingServices ending,
            PromotionStore promotions,
            DecisionStore decisions,
            DesiredState desired,
            Words words,
            Rollbacks rollbacks,
            ReleaseImages images,
            Writability writability,
            Standings standings,
            Contents contents,
            Permissions permissions,
            Audit audit,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Wakeups wakeups,
            Clock clock) {
        this.lookup = lookup;
        this.ending = ending;
        this.promotions = promotions;
        this.decisions = decisions;
        this.desired = desired;
        this.words = words;
        this.rollbacks = rollbacks;
        this.images = images;
        this.writability = writability;
        this.standings = standings;
        this.contents = contents;
        this.permissions = permissions;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    @Override
    public Promotion request(ServiceName name, EnvironmentName to, @Nullable String releaseId, Actor actor) {
        RegisteredService service = lookup.service(name);
        permissions.require(actor, Permission.PROMOTE, service.team());
        ending.refuse(name);
        PromotionRule rule = lookup.rule(to);
        Release release = wanted(name, rule, to, releaseId);
        Optional<Promotion> open = promotions.open(name, to);
        if (open.filter(each -> each.release().equals(release)).isPresent()) {
            return open.get();
        }
        images.require(release);
        writability.require(name, to, release, actor);
        return changed(add(name, rule, to, release, open, actor));
    }

    private PromotionId add(
            ServiceName name,
            PromotionRule rule,
            EnvironmentName to,
            Release release,
            Optional<Promotion> open,
            Actor actor) {
        try {
            return transaction.execute(_ -> {
                open.ifPresent(each -> supersede(each, release));
                audit.record(actor, "promotion.requested", subject(name, to), Map.of("release", release.id()));
                return promotions.add(
                        new PromotionStore.New(
                                Promotion.Kind.PROMOTION,
                                name,
                                rule.from(),
                                to,
                                release,
                                PromotionState.RUNNING,
                                actor.account(),
                                false,
                                null,
                                ""),
                        clock.instant());
            });
        } catch (DuplicateKeyException _) {
            throw conflict("Another promotion to " + to + " began just now; look at it first.");
        }
    }

    /** What runs where it comes from, which is what may be asked for by its id; never a vetoed or the live one. */
    private Release wanted(ServiceName name, PromotionRule rule, EnvironmentName to, @Nullable String releaseId) {
        Release source = desired.find(name, rule.from())
                .flatMap(DesiredApplication::currentRelease)
                .orElseThrow(
                        () -> conflict("There is no Release in " + rule.from() + " that could come to " + to + "."));
        Release release = releaseId == null ? source : lookup.release(name, rule.from(), source, releaseId);
        decisions.veto(name, release.id()).ifPresent(veto -> {
            throw new PromotionException(ProblemCode.CONFLICT, veto.problem(name));
        });
        if (!release.equals(source)) {
            throw conflict(Obstacles.overtaken(rule.from(), source));
        }
        DesiredApplication target =
                desired.find(name, to).orElseThrow(() -> conflict(name + " has no Application in " + to + "."));
        if (release.equals(target.release())) {
            throw conflict("Release " + release.id() + " runs in " + to + " already.");
        }
        return release;
    }

    private void supersede(Promotion open, Release release) {
        boolean gaveWay = promotions.move(
                open.id(),
                PromotionState.RUNNING,
                PromotionState.SUPERSEDED,
                "Release " + release.id() + " was asked for.",
                clock.instant());
        if (!gaveWay) {
            throw conflict("Promotion " + open.id() + " is being deployed to " + open.to() + ".");
        }
    }

    @Override
    public Promotion approve(PromotionId id, @Nullable String over, String comment, Actor actor) {
        words.approve(id, over, comment, actor);
        return changed(id);
    }

    @Override
    public Promotion reject(PromotionId id, String reason, Actor actor) {
        words.reject(id, reason, actor);
        return changed(id);
    }

    @Override
    public Promotion cancel(PromotionId id, Actor actor) {
        Promotion promotion = lookup.promotion(id);
        permissions.require(actor, Permission.PROMOTE, lookup.team(promotion));
        lookup.requireWaiting(promotion);
        transaction.executeWithoutResult(_ -> {
            if (!promotions.move(
                    id,
                    PromotionState.RUNNING,
                    PromotionState.CANCELLED,
                    "By " + actor.account() + ".",
                    clock.instant())) {
                throw conflict("Promotion " + id + " is not waiting any more.");
            }
            audit.record(
                    actor,
                    "promotion.cancelled",
                    subject(promotion.service(), promotion.to()),
                    Map.of("promotion", id.toString()));
        });
        return changed(id);
    }

    @Override
    public boolean cancellable(PromotionId id, Actor actor) {
        Promotion promotion = lookup.promotion(id);
        return promotion.state() == PromotionState.RUNNING
                && permissions.allows(actor, Permission.PROMOTE, lookup.team(promotion));
    }

    @Override
    public Promotion override(PromotionId id, String gate, @Nullable String over, String reason, Actor actor) {
        words.override(id, gate, over, reason, actor);
        return changed(id);
    }

    @Override
    public List<String> overridable(PromotionId id, Actor actor) {
        return words.overridable(id, actor);
    }

    @Override
    public Promotion rollBack(ServiceName name, EnvironmentName environment, Rollback rollback, Actor actor) {
        RegisteredService service = lookup.service(name);
        permissions.require(actor, Permission.ROLL_BACK, service.team());
        lookup.environment(environment);
        ending.refuse(name);
        lookup.reason(rollback.reason());
        return changed(rollbacks.rollBack(name, environment, rollback, actor));
    }

    @Override
    public void liftHold(ServiceName name, EnvironmentName environment, String reason, Actor actor) {
        permissions.require(actor, Permission.LIFT_HOLD, lookup.service(name).team());
        lookup.environment(environment);
        lookup.reason(reason);
        transaction.executeWithoutResult(_ -> {
            if (!decisions.liftHold(name, environment)) {
                throw conflict(environment + " of " + name + " is not on hold.");
            }
            audit.record(actor, "promotion.hold-lifted", subject(name, environment), Map.of("reason", reason));
            events.publishEvent(new HoldsChanged(name));
        });
        wakeups.wake(PromotionReconciliation.NAME);
    }

    @Override
    public void liftVeto(ServiceName name, String releaseId, String reason, Actor actor) {
        permissions.require(actor, Permission.LIFT_HOLD, lookup.service(name).team());
        lookup.reason(reason);
        transaction.executeWithoutResult(_ -> {
            if (!decisions.liftVeto(name, releaseId)) {
                throw conflict("Release " + releaseId + " of " + name + " is not vetoed.");
            }
            audit.record(
                    actor, "promotion.veto-lifted", "service:" + name, Map.of("release", releaseId, "reason", reason));
            events.publishEvent(new HoldsChanged(name));
        });
        wakeups.wake(PromotionReconciliation.NAME);
    }

    @Override
    public List<Veto> vetoes(ServiceName service) {
        return decisions.vetoes(lookup.service(service).name());
    }

    @Override
    public Optional<Promotion> find(PromotionId id) {
        return promotions.find(id);
    }

    @Override
    public Optional<PromotionContent> content(PromotionId id) {
        return contents.of(lookup.promotion(id));
    }

    @Override
    public List<Promotion> history(ServiceName service, @Nullable EnvironmentName environment, int limit) {
        return promotions.history(service, environment, limit);
    }

    @Override
    public List<Promotion> awaitingApprovalBy(String account) {
        return standings.awaitingApprovalBy(account);
    }

    @Override
    public List<EnvironmentStanding> standings(ServiceName service) {
        return standings.of(lookup.service(service));
    }

    private Promotion changed(PromotionId id) {
        events.publishEvent(new PromotionChanged(id));
        wakeups.wake(PromotionReconciliation.NAME);
        return lookup.promotion(id);
    }

    private static String subject(ServiceName service, EnvironmentName environment) {
        return "service:" + service + "/" + environment;
    }

    private static PromotionException conflict(String message) {
        return new PromotionException(ProblemCode.CONFLICT, Problem.of(message));
    }
}
