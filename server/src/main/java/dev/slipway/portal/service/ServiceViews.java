package dev.slipway.portal.service;

import dev.slipway.builds.Build;
import dev.slipway.builds.Builds;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.RegisteredService;
import dev.slipway.services.Deletion;
import dev.slipway.services.Services;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what stands above every page of a service. */
@Component
class ServiceViews {

    private static final int RECENT = 20;

    private final Services services;
    private final Builds builds;

    ServiceViews(Services services, Builds builds) {
        this.services = services;
        this.builds = builds;
    }

    ServiceView of(String name, String tab) {
        RegisteredService service = services.get(new ServiceName(name));
        List<Build> recent = builds.of(service.repository(), RECENT);
        Build last = recent.stream()
                .filter(build -> build.branch().equals("main"))
                .findFirst()
                .orElse(null);
        Deletion deletion = services.deletion(service.name())
                .filter(each -> each.state() != Deletion.State.SUCCEEDED)
                .orElse(null);
        return new ServiceView(service, tab, last, deletion);
    }
}
