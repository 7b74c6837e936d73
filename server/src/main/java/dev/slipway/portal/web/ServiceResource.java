package dev.slipway.portal.web;

import dev.slipway.builds.Builds;
import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.LivePod;
import dev.slipway.delivery.LogLine;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.ReleasePlaces;
import dev.slipway.desiredstate.ReleasePlaces.ReleasePlace;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.RegisteredService;
import dev.slipway.portal.fleet.EnvironmentGlance;
import dev.slipway.portal.fleet.Fleet;
import dev.slipway.portal.fleet.ServiceGlance;
import dev.slipway.promotion.EnvironmentStanding;
import dev.slipway.promotion.Promotions;
import dev.slipway.services.Services;
import dev.slipway.services.ServicesException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Services over REST, with what several modules know of them. */
@RestController
@RequestMapping("/api/v1/services")
class ServiceResource {

    private static final int BUILDS = 10;
    private static final int MOST_LINES = 5000;

    private final Services services;
    private final Fleet fleet;
    private final Promotions promotions;
    private final DesiredState desired;
    private final ReleasePlaces places;
    private final DeliveryEngine delivery;
    private final Builds builds;

    ServiceResource(
            Services services,
            Fleet fleet,
            Promotions promotions,
            DesiredState desired,
            ReleasePlaces places,
            DeliveryEngine delivery,
            Builds builds) {
        this.services = services;
        this.fleet = fleet;
        this.promotions = promotions;
        this.desired = desired;
        this.places = places;
        this.delivery = delivery;
        this.builds = builds;
    }

    @GetMapping
    @Access(Permission.VIEW)
    List<ServiceBody> all(@RequestParam(defaultValue = "") String team) {
        List<RegisteredService> found = services.all().stream()
                .filter(each -> team.isEmpty() || each.team().value().equals(team))
                .toList();
        return fleet.glances(found).stream()
                .map(glance -> body(glance, Map.of(), Map.of(), List.of()))
                .toList();
    }

    @GetMapping("/{name}")
    @Access(Permission.VIEW)
    ServiceBody one(@PathVariable String name) {
        RegisteredService service = services.get(new ServiceName(name));
        Map<EnvironmentName, EnvironmentStanding> standings = promotions.standings(service.name()).stream()
                .collect(Collectors.toMap(EnvironmentStanding::environment, Function.identity(), (a, _) -> a));
        List<ServiceBody.BuildBody> recent = builds.of(service.repository(), BUILDS).stream()
                .map(ServiceBody.BuildBody::of)
                .toList();
        return body(fleet.glances(List.of(service)).getFirst(), standings, places.of(service.name()), recent);
    }

    @GetMapping("/{name}/environments/{environment}/logs")
    @Access(Permission.VIEW)
    List<LogLine> logs(
            @PathVariable String name,
            @PathVariable String environment,
            @RequestParam(required = false) @Nullable String pod,
            @RequestParam(defaultValue = "200") int lines) {
        RegisteredService service = services.get(new ServiceName(name));
        DesiredApplication application = desired.find(service.name(), new EnvironmentName(environment))
                .orElseThrow(() -> new ServicesException(
                        ProblemCode.NOT_FOUND,
                        Problem.at("environment", "\"" + name + "\" is not declared in \"" + environment + "\".")));
        return delivery.logs(application.name(), pod, Math.clamp(lines, 1, MOST_LINES));
    }

    private ServiceBody body(
            ServiceGlance glance,
            Map<EnvironmentName, EnvironmentStanding> standings,
            Map<EnvironmentName, List<ReleasePlace>> written,
            List<ServiceBody.BuildBody> recent) {
        return new ServiceBody(
                glance.name(),
                glance.team(),
                glance.service().repository().toString(),
                glance.environments().stream()
                        .map(each -> environment(
                                glance,
                                each,
                                Optional.ofNullable(standings.get(each.name())),
                                written.getOrDefault(each.name(), List.of())))
                        .toList(),
                recent);
    }

    private ServiceBody.EnvironmentBody environment(
            ServiceGlance service,
            EnvironmentGlance environment,
            Optional<EnvironmentStanding> standing,
            List<ReleasePlace> written) {
        return new ServiceBody.EnvironmentBody(
                environment.name().value(),
                environment.badge().label(),
                environment.reason(),
                environment.url(),
                ServiceBody.ReleaseBody.of(environment.live()),
                written,
                ServiceBody.ReleaseBody.of(
                        standing.map(EnvironmentStanding::candidate).orElse(null)),
                standing.map(EnvironmentStanding::veto).orElse(null),
                standing.map(EnvironmentStanding::explanation).orElse(""),
                standing.map(EnvironmentStanding::hold).orElse(null),
                standing.map(EnvironmentStanding::open)
                        .map(open -> open.id().value())
                        .orElse(null),
                pods(service.service().name(), environment.name()));
    }

    private List<ServiceBody.PodBody> pods(ServiceName service, EnvironmentName environment) {
        return desired
                .find(service, environment)
                .flatMap(application -> delivery.state(application.name()))
                .map(ApplicationState::pods)
                .orElse(List.of())
                .stream()
                .map(ServiceResource::pod)
                .toList();
    }

    private static ServiceBody.PodBody pod(LivePod pod) {
        Map<String, String> images = new TreeMap<>();
        pod.images().forEach((name, digest) -> images.put(name, digest.value()));
        return new ServiceBody.PodBody(pod.name(), pod.ready(), pod.restarts(), images, pod.message());
    }
}
