package dev.slipway.portal.entity;

import dev.slipway.platform.RegisteredService;
import dev.slipway.previews.PreviewQuery;
import dev.slipway.previews.Previews;
import dev.slipway.ui.Badge;
import java.util.List;
import org.springframework.stereotype.Component;

/** The previews of a service's open pull requests. */
@Component
class PreviewsPanel extends ServicePanel {

    private static final int ORDER = 30;
    private static final int NEWEST = 5;

    private final Previews previews;

    PreviewsPanel(EntityServices services, Previews previews) {
        super(services, ORDER);
        this.previews = previews;
    }

    @Override
    Content content(RegisteredService service) {
        List<Line> lines = previews.list(PreviewQuery.ofService(service.name(), NEWEST)).previews().stream()
                .map(preview -> new Line(
                        "#" + preview.pullRequest().number(),
                        preview.title(),
                        Badge.of(preview.state()),
                        preview.path()))
                .toList();
        return panel("Previews", "eye", service, "previews", lines);
    }
}
