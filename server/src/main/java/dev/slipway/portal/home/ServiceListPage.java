package dev.slipway.portal.home;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.platform.RegisteredService;
import dev.slipway.portal.fleet.Fleet;
import dev.slipway.services.Services;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All services, searched and in pages. */
@Controller
class ServiceListPage {

    private static final int PER_PAGE = 25;

    private final Services services;
    private final Fleet fleet;

    ServiceListPage(Services services, Fleet fleet) {
        this.services = services;
        this.fleet = fleet;
    }

    @GetMapping("/services")
    @Access(Permission.VIEW)
    String services(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        List<RegisteredService> all = services.all();
        List<RegisteredService> found = all.stream()
                .filter(each -> team.isEmpty() || each.team().value().equals(team))
                .filter(each -> matches(each, q.strip().toLowerCase(Locale.ROOT)))
                .toList();
        int pages = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
        int current = Math.clamp(page, 1, pages);
        List<RegisteredService> shown =
                found.stream().skip((current - 1L) * PER_PAGE).limit(PER_PAGE).toList();
        List<String> teams = all.stream()
                .map(each -> each.team().value())
                .distinct()
                .sorted()
                .toList();
        model.addAttribute(
                "list",
                new ServiceList(
                        fleet.glances(shown), q.strip(), team, teams, current, pages, found.size(), all.size()));
        return "portal/services";
    }

    private static boolean matches(RegisteredService service, String query) {
        return service.name().value().contains(query) || service.team().value().contains(query);
    }
}
