package dev.slipway.portal.entity;

import dev.slipway.builds.Build;
import dev.slipway.builds.Builds;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.EntityPanel;
import dev.slipway.platform.RegisteredService;
import dev.slipway.ui.Badge;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The newest builds of a service. */
@Component
class BuildsPanel implements EntityPanel {

    private static final int ORDER = 20;
    private static final int NEWEST = 5;

    private final EntityServices services;
    private final Builds builds;

    BuildsPanel(EntityServices services, Builds builds) {
        this.services = services;
        this.builds = builds;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Content> of(CatalogEntity entity) {
        return services.of(entity).flatMap(this::content);
    }

    private Optional<Content> content(RegisteredService service) {
        List<Line> lines = builds.of(service.repository(), NEWEST).stream()
                .map(BuildsPanel::line)
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content("Builds", "hammer", "/services/" + service.name() + "/builds", lines));
    }

    private static Line line(Build build) {
        return new Line(
                build.commit().brief(),
                build.branch(),
                Badge.of(build.status()),
                "/builds/" + build.id().value(),
                build.queuedAt());
    }
}
