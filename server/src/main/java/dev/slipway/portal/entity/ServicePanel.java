package dev.slipway.portal.entity;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.EntityPanel;
import dev.slipway.platform.RegisteredService;
import java.util.List;
import java.util.Optional;

/** A panel that only entities of services have, and only while there is something to show. */
abstract class ServicePanel implements EntityPanel {

    private final EntityServices services;
    private final int order;

    ServicePanel(EntityServices services, int order) {
        this.services = services;
        this.order = order;
    }

    @Override
    public final int order() {
        return order;
    }

    @Override
    public final Optional<Content> of(CatalogEntity entity) {
        return services.of(entity)
                .map(this::content)
                .filter(content -> !content.lines().isEmpty());
    }

    abstract Content content(RegisteredService service);

    static Content panel(String title, String icon, RegisteredService service, String tab, List<Line> lines) {
        return new Content(title, icon, "/services/" + service.name() + "/" + tab, lines);
    }
}
