package dev.slipway.portal.service;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.LivePod;
import dev.slipway.delivery.LogLine;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platforms;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a service's pods write. */
@Controller
class LogPages {

    private static final int LINES = 300;

    private final ServiceViews views;
    private final Platforms platforms;
    private final DesiredState desired;
    private final DeliveryEngine delivery;

    LogPages(ServiceViews views, Platforms platforms, DesiredState desired, DeliveryEngine delivery) {
        this.views = views;
        this.platforms = platforms;
        this.desired = desired;
        this.delivery = delivery;
    }

    @GetMapping("/services/{name}/logs")
    @Access(Permission.VIEW)
    String logs(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String environment,
            @RequestParam(defaultValue = "") String pod,
            Model model) {
        ServiceView view = views.of(name, "logs");
        List<DesiredApplication> applications = platforms.current().environments().stream()
                .map(Environment::name)
                .flatMap(each -> desired.find(view.service().name(), each).stream())
                .toList();
        Optional<DesiredApplication> chosen = applications.stream()
                .filter(each -> environment.equals(String.valueOf(each.environment())))
                .findFirst()
                .or(() -> applications.stream().findFirst());
        model.addAttribute("view", view);
        model.addAttribute("logs", logs(applications, chosen, pod));
        return "portal/logs";
    }

    private LogView logs(List<DesiredApplication> applications, Optional<DesiredApplication> chosen, String pod) {
        List<String> pods =
                chosen
                        .flatMap(each -> delivery.state(each.name()))
                        .map(ApplicationState::pods)
                        .orElse(List.of())
                        .stream()
                        .map(LivePod::name)
                        .toList();
        List<LogLine> lines = chosen.map(each -> delivery.logs(each.name(), pod.isEmpty() ? null : pod, LINES))
                .orElse(List.of());
        return new LogView(
                applications.stream()
                        .map(each -> String.valueOf(each.environment()))
                        .toList(),
                chosen.map(DesiredApplication::environment)
                        .map(EnvironmentName::value)
                        .orElse(""),
                pods,
                pod,
                lines);
    }
}
