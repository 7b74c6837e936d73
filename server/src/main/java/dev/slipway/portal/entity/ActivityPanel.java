package dev.slipway.portal.entity;

import dev.slipway.platform.RegisteredService;
import dev.slipway.portal.home.Activity;
import java.util.List;
import org.springframework.stereotype.Component;

/** What changed lately in what the platform runs of a service. */
@Component
class ActivityPanel extends ServicePanel {

    private static final int ORDER = 40;
    private static final int NEWEST = 5;

    private final Activity activity;

    ActivityPanel(EntityServices services, Activity activity) {
        super(services, ORDER);
        this.activity = activity;
    }

    @Override
    Content content(RegisteredService service) {
        List<Line> lines = activity.of(service.name(), NEWEST).stream()
                .map(event -> new Line(event.subject(), "by " + event.by(), null, null, event.at()))
                .toList();
        return panel("Activity", "history", service, "history", lines);
    }
}
