package dev.slipway.portal.entity;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.EntityPanel;
import dev.slipway.platform.RegisteredService;
import dev.slipway.portal.fleet.EnvironmentGlance;
import dev.slipway.portal.fleet.Fleet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The environments of a service. */
@Component
class EnvironmentsPanel implements EntityPanel {

    private static final int ORDER = 10;

    private final EntityServices services;
    private final Fleet fleet;

    EnvironmentsPanel(EntityServices services, Fleet fleet) {
        this.services = services;
        this.fleet = fleet;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Content> of(CatalogEntity entity) {
        return services.of(entity).map(this::content);
    }

    private Content content(RegisteredService service) {
        String page = "/services/" + service.name();
        List<Line> lines = fleet.glances(List.of(service)).stream()
                .flatMap(glance -> glance.environments().stream())
                .map(environment ->
                        new Line(environment.name().value(), commit(environment), environment.badge(), page))
                .toList();
        return new Content(
                "Environments",
                "ship",
                page,
                lines.isEmpty() ? List.of(new Line("Not deployed yet", "", null, null)) : lines);
    }

    private static String commit(EnvironmentGlance environment) {
        var live = environment.live();
        return live == null ? "" : live.commit().brief();
    }
}
