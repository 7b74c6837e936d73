package dev.slipway.portal.fleet;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.EntityPanel;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The environments of the service that a Component is: the one whose repository declares it. */
@Component
class ServicePanel implements EntityPanel {

    private static final int ORDER = 10;

    private final ServiceNames services;
    private final Fleet fleet;

    ServicePanel(ServiceNames services, Fleet fleet) {
        this.services = services;
        this.fleet = fleet;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Content> of(CatalogEntity entity) {
        return service(entity).map(this::content);
    }

    private Optional<RegisteredService> service(CatalogEntity entity) {
        return entity.ref().kind().equals("component")
                ? services.services().stream()
                        .filter(service -> service.repository()
                                .toString()
                                .equals(entity.source().repository()))
                        .filter(service ->
                                service.name().value().equals(entity.ref().name()))
                        .findFirst()
                : Optional.empty();
    }

    private Content content(RegisteredService service) {
        String page = "/services/" + service.name();
        List<Line> lines = fleet.glances(List.of(service)).stream()
                .flatMap(glance -> glance.environments().stream())
                .map(environment ->
                        new Line(environment.name().value(), commit(environment), environment.badge(), page))
                .toList();
        return new Content(
                "Service",
                "ship",
                page,
                lines.isEmpty() ? List.of(new Line("Not deployed yet", "", null, null)) : lines);
    }

    private static String commit(EnvironmentGlance environment) {
        var live = environment.live();
        return live == null ? "nothing released yet" : live.commit().brief();
    }
}
