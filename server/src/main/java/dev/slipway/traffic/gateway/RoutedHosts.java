package dev.slipway.traffic.gateway;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the routes in Git lead to, host by host. */
@Component
public class RoutedHosts {

    private final CurrentRoutes routes;

    RoutedHosts(CurrentRoutes routes) {
        this.routes = routes;
    }

    /** @param target for people: the Service, or why there is none */
    public record RoutedHost(String name, String target) {}

    /** In order of name. */
    public List<RoutedHost> all() {
        return routes.routes().hosts().stream()
                .map(host -> new RoutedHost(host.name(), host.target()))
                .toList();
    }
}
