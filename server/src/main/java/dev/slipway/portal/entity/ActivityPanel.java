package dev.slipway.portal.entity;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.EntityPanel;
import dev.slipway.platform.RegisteredService;
import dev.slipway.portal.home.Activity;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What changed lately in what the platform runs of a service. */
@Component
class ActivityPanel implements EntityPanel {

    private static final int ORDER = 40;
    private static final int NEWEST = 5;

    private final EntityServices services;
    private final Activity activity;

    ActivityPanel(EntityServices services, Activity activity) {
        this.services = services;
        this.activity = activity;
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
        List<Line> lines = activity.newest("applications/" + service.name(), NEWEST).stream()
                .map(event -> new Line(event.subject(), "by " + event.by(), null, null, event.at()))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content("Activity", "history", "/services/" + service.name() + "/history", lines));
    }
}
