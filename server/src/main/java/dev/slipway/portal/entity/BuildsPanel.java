package dev.slipway.portal.entity;

import dev.slipway.builds.Build;
import dev.slipway.builds.Builds;
import dev.slipway.platform.RegisteredService;
import dev.slipway.ui.Badge;
import java.util.List;
import org.springframework.stereotype.Component;

/** The newest builds of a service. */
@Component
class BuildsPanel extends ServicePanel {

    private static final int ORDER = 20;
    private static final int NEWEST = 5;

    private final Builds builds;

    BuildsPanel(EntityServices services, Builds builds) {
        super(services, ORDER);
        this.builds = builds;
    }

    @Override
    Content content(RegisteredService service) {
        List<Line> lines = builds.of(service.repository(), NEWEST).stream()
                .map(BuildsPanel::line)
                .toList();
        return panel("Builds", "hammer", service, "builds", lines);
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
