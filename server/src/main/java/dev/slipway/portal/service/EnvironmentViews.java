package dev.slipway.portal.service;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.SyncStatus;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.ReleasePlaces;
import dev.slipway.desiredstate.ReleasePlaces.ReleasePlace;
import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Release;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.PromotionRule;
import dev.slipway.platform.RegisteredService;
import dev.slipway.portal.fleet.Addresses;
import dev.slipway.portal.fleet.Conditions;
import dev.slipway.promotion.EnvironmentStanding;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionId;
import dev.slipway.promotion.PromotionState;
import dev.slipway.promotion.Promotions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Joins what Git says, what runs and what promotion knows, per environment. */
@Component
class EnvironmentViews {

    private final Platforms platforms;
    private final DesiredState desired;
    private final ReleasePlaces places;
    private final DeliveryEngine delivery;
    private final Promotions promotions;
    private final GitContent content;
    private final Addresses addresses;
    private final Permissions permissions;
    private final CurrentActor actor;

    EnvironmentViews(
            Platforms platforms,
            DesiredState desired,
            ReleasePlaces places,
            DeliveryEngine delivery,
            Promotions promotions,
            GitContent content,
            Addresses addresses,
            Permissions permissions,
            CurrentActor actor) {
        this.platforms = platforms;
        this.desired = desired;
        this.places = places;
        this.delivery = delivery;
        this.promotions = promotions;
        this.content = content;
        this.addresses = addresses;
        this.permissions = permissions;
        this.actor = actor;
    }

    /** The environments that the service is declared in, in order of promotion. */
    List<EnvironmentView> of(RegisteredService service) {
        Map<EnvironmentName, EnvironmentStanding> standings = promotions.standings(service.name()).stream()
                .collect(Collectors.toMap(EnvironmentStanding::environment, Function.identity(), (a, _) -> a));
        Set<PromotionId> approvable = promotions.awaitingApprovalBy(actor.get().account()).stream()
                .map(Promotion::id)
                .collect(Collectors.toSet());
        Map<EnvironmentName, List<ReleasePlace>> written = places.of(service.name());
        return platforms.current().environments().stream()
                .flatMap(environment -> desired.find(service.name(), environment.name()).stream()
                        .map(application -> view(
                                service,
                                environment,
                                application,
                                written.getOrDefault(environment.name(), List.of()),
                                standings.get(environment.name()),
                                approvable)))
                .toList();
    }

    private EnvironmentView view(
            RegisteredService service,
            Environment environment,
            DesiredApplication application,
            List<ReleasePlace> written,
            @Nullable EnvironmentStanding standing,
            Set<PromotionId> approvable) {
        Optional<ApplicationState> state = delivery.state(application.name());
        Promotion open = standing == null ? null : standing.open();
        Release next = next(service, environment, application, standing);
        return new EnvironmentView(
                environment.name().value(),
                environment.cluster().value(),
                application.namespace(),
                addresses.of(environment, service),
                Conditions.badge(application, state.orElse(null)),
                Conditions.reason(application, state.orElse(null)),
                environment
                        .promotion()
                        .map(PromotionRule::from)
                        .map(EnvironmentName::value)
                        .orElse(null),
                application.release(),
                commit(application.release()),
                written,
                next,
                commit(next),
                standing == null ? null : standing.veto(),
                state.map(ApplicationState::pods).orElse(List.of()),
                application.release() != null
                        && state.map(ApplicationState::sync)
                                .filter(SyncStatus.OUT_OF_SYNC::equals)
                                .isPresent(),
                standing == null ? null : standing.hold(),
                open,
                standing == null ? "" : standing.explanation(),
                may(service, application, standing, next, approvable));
    }

    /** What a promotion would bring: what runs in the environment before, if it is not here already and nobody has vetoed it. */
    private @Nullable Release next(
            RegisteredService service,
            Environment environment,
            DesiredApplication application,
            @Nullable EnvironmentStanding standing) {
        if (standing != null && (standing.candidate() != null || standing.veto() != null)) {
            return standing.candidate();
        }
        return environment
                .promotion()
                .flatMap(rule -> desired.find(service.name(), rule.from()))
                .flatMap(DesiredApplication::currentRelease)
                .filter(release -> !release.equals(application.release()))
                .orElse(null);
    }

    private EnvironmentView.May may(
            RegisteredService service,
            DesiredApplication application,
            @Nullable EnvironmentStanding standing,
            @Nullable Release next,
            Set<PromotionId> approvable) {
        Promotion open = standing == null ? null : standing.open();
        boolean waiting = open != null && open.state() == PromotionState.RUNNING;
        boolean gated = standing != null
                && platforms
                        .current()
                        .environment(standing.environment())
                        .filter(Environment::gated)
                        .isPresent();
        return new EnvironmentView.May(
                gated && next != null && open == null && allowed(Permission.PROMOTE, service),
                open != null && approvable.contains(open.id()),
                waiting && allowed(Permission.PROMOTE, service),
                application.release() != null
                        && (standing == null || !standing.first())
                        && (open == null || waiting)
                        && allowed(Permission.ROLL_BACK, service),
                standing != null && standing.hold() != null && allowed(Permission.LIFT_HOLD, service),
                standing != null && standing.veto() != null && allowed(Permission.LIFT_HOLD, service));
    }

    private boolean allowed(Permission permission, RegisteredService service) {
        Actor current = actor.get();
        return permissions.allows(current, permission, service.team());
    }

    private @Nullable Commit commit(@Nullable Release release) {
        return release == null || !content.exists(release.repository())
                ? null
                : content.commit(release.repository(), release.commit()).orElse(null);
    }
}
