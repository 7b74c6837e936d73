package dev.slipway.traffic.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.ProblemException;
import dev.slipway.traffic.front.FrontListener;
import dev.slipway.traffic.gateway.ExplainedRoutes;
import dev.slipway.traffic.gateway.RoutedHosts;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All hosts that requests can be sent to: where the answer to an unknown host leads. */
@Controller
class HostsPage {

    private final RoutedHosts hosts;
    private final ExplainedRoutes routes;
    private final FrontListener front;

    HostsPage(RoutedHosts hosts, ExplainedRoutes routes, FrontListener front) {
        this.hosts = hosts;
        this.routes = routes;
        this.front = front;
    }

    @GetMapping("/hosts")
    @Access(Permission.VIEW)
    String hosts(Model model) {
        model.addAttribute("hosts", hosts.all());
        model.addAttribute("port", front.port());
        model.addAttribute("problems", routes.problems());
        return "traffic/hosts";
    }

    /** @param header {@code name: value}, one a line */
    @GetMapping("/hosts/explain")
    @Access(Permission.VIEW)
    String explain(
            @RequestParam String url,
            @RequestParam(defaultValue = "GET") String method,
            @RequestParam(defaultValue = "") String header,
            Model model) {
        model.addAttribute("url", url);
        model.addAttribute("method", method);
        model.addAttribute("header", header);
        try {
            List<String> headers = header.lines().toList();
            model.addAttribute("explanation", Questions.answer(routes, url, method, headers));
            model.addAttribute("problems", List.of());
        } catch (ProblemException e) {
            model.addAttribute("explanation", null);
            model.addAttribute("problems", e.problems());
        }
        return "traffic/explain";
    }
}
