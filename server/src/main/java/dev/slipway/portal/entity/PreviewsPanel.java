package dev.slipway.portal.entity;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.EntityPanel;
import dev.slipway.platform.RegisteredService;
import dev.slipway.previews.PreviewQuery;
import dev.slipway.previews.Previews;
import dev.slipway.ui.Badge;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The previews of a service's open pull requests. */
@Component
class PreviewsPanel implements EntityPanel {

    private static final int ORDER = 30;
    private static final int NEWEST = 5;

    private final EntityServices services;
    private final Previews previews;

    PreviewsPanel(EntityServices services, Previews previews) {
        this.services = services;
        this.previews = previews;
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
        List<Line> lines = previews.list(PreviewQuery.ofService(service.name(), NEWEST)).previews().stream()
                .map(preview -> new Line(
                        "#" + preview.pullRequest().number(),
                        preview.title(),
                        Badge.of(preview.state()),
                        preview.path()))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content("Previews", "eye", "/services/" + service.name() + "/previews", lines));
    }
}
