package dev.slipway.traffic.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.traffic.front.FrontListener;
import dev.slipway.traffic.gateway.RoutedHosts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All hosts that requests can be sent to: where the answer to an unknown host leads. */
@Controller
class HostsPage {

    private final RoutedHosts hosts;
    private final FrontListener front;

    HostsPage(RoutedHosts hosts, FrontListener front) {
        this.hosts = hosts;
        this.front = front;
    }

    @GetMapping("/hosts")
    @Access(Permission.VIEW)
    String hosts(Model model) {
        model.addAttribute("hosts", hosts.all());
        model.addAttribute("port", front.port());
        return "traffic/hosts";
    }
}
