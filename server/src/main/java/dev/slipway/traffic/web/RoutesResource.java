package dev.slipway.traffic.web;

import dev.slipway.gitops.routes.explain.Explanation;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.traffic.gateway.ExplainedRoutes;
import dev.slipway.traffic.gateway.RoutedHosts;
import dev.slipway.traffic.gateway.RoutedHosts.RoutedHost;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes over REST: where hosts lead, where a request leads, and what in the routes is not executed. */
@RestController
@RequestMapping("/api/v1/routes")
class RoutesResource {

    private final RoutedHosts hosts;
    private final ExplainedRoutes routes;

    RoutesResource(RoutedHosts hosts, ExplainedRoutes routes) {
        this.hosts = hosts;
        this.routes = routes;
    }

    @GetMapping
    @Access(Permission.VIEW)
    List<RoutedHost> all() {
        return hosts.all();
    }

    @GetMapping("/problems")
    @Access(Permission.VIEW)
    List<Problem> problems() {
        return routes.problems();
    }

    /** @param all {@code header=name: value}, as often as there are headers */
    @GetMapping("/explain")
    @Access(Permission.VIEW)
    Explanation explain(
            @RequestParam String url,
            @RequestParam(defaultValue = "GET") String method,
            @RequestParam MultiValueMap<String, String> all) {
        // Not as a List: Spring would take a value with commas apart.
        return Questions.answer(routes, url, method, all.getOrDefault("header", List.of()));
    }
}
