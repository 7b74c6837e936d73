package dev.slipway.portal.service;

import dev.slipway.desiredstate.DesiredState;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platforms;
import dev.slipway.services.ConfigurationChange;
import dev.slipway.services.EnvironmentVariable;
import dev.slipway.services.Services;
import dev.slipway.ui.Flash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The variables of a service's environments, and the form that changes one. */
@Controller
class ConfigurationPages {

    private final ServiceViews views;
    private final Services services;
    private final Platforms platforms;
    private final DesiredState desired;
    private final Permissions permissions;
    private final CurrentActor actor;

    ConfigurationPages(
            ServiceViews views,
            Services services,
            Platforms platforms,
            DesiredState desired,
            Permissions permissions,
            CurrentActor actor) {
        this.views = views;
        this.services = services;
        this.platforms = platforms;
        this.desired = desired;
        this.permissions = permissions;
        this.actor = actor;
    }

    /** @param variable whose value the form shows, to be changed */
    @GetMapping("/services/{name}/configuration")
    @Access(Permission.VIEW)
    String configuration(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String environment,
            @RequestParam(defaultValue = "") String variable,
            Model model) {
        return show(name, environment, variable, null, List.of(), model);
    }

    /** @param action {@code set}, or {@code remove} to take away what the overlay sets */
    @PostMapping("/services/{name}/configuration")
    @Access(Permission.CHANGE_SERVICE)
    String change(
            @PathVariable String name,
            @RequestParam String environment,
            @RequestParam String variable,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "set") String action,
            Model model,
            RedirectAttributes redirect) {
        try {
            ConfigurationChange change = services.changeConfiguration(
                    new ServiceName(name),
                    new EnvironmentName(environment),
                    variable.strip(),
                    action.equals("remove") ? null : value,
                    actor.get());
            return answer(change, name, environment, variable, redirect);
        } catch (ProblemException e) {
            return show(name, environment, variable, value, e.problems(), model);
        }
    }

    private static String answer(
            ConfigurationChange change, String name, String environment, String variable, RedirectAttributes redirect) {
        return switch (change) {
            case ConfigurationChange.Proposed proposed -> {
                Flash.success(
                        redirect, "Merge this pull request and the change is built and moves to " + environment + ".");
                yield "redirect:/repositories/" + proposed.pullRequest().repository() + "/pulls/"
                        + proposed.pullRequest().number();
            }
            case ConfigurationChange.Unchanged _ -> {
                Flash.info(redirect, variable + " is so already in " + environment + ".");
                yield "redirect:/services/" + name + "/configuration?environment=" + environment;
            }
            case ConfigurationChange.Pending _ -> {
                Flash.info(redirect, "The pull request is being made and will be in the repository in a moment.");
                yield "redirect:/services/" + name + "/configuration?environment=" + environment;
            }
        };
    }

    private String show(
            String name,
            String environment,
            String variable,
            @Nullable String value,
            List<Problem> problems,
            Model model) {
        ServiceView view = views.of(name, "configuration");
        List<String> environments = environments(view);
        String chosen =
                environments.contains(environment) || environments.isEmpty() ? environment : environments.getFirst();
        List<Problem> all = new ArrayList<>(problems);
        List<EnvironmentVariable> variables = variables(view, chosen, all);
        String shown = value != null ? value : current(variables, variable);
        model.addAttribute("view", view);
        model.addAttribute(
                "form",
                new ConfigurationView(
                        environments,
                        chosen,
                        variables,
                        variable,
                        shown,
                        all,
                        permissions.allows(
                                actor.get(),
                                Permission.CHANGE_SERVICE,
                                view.service().team())));
        return "portal/configuration";
    }

    private static String current(List<EnvironmentVariable> variables, String variable) {
        return variables.stream()
                .filter(each -> each.name().equals(variable))
                .map(EnvironmentVariable::value)
                .findFirst()
                .orElse("");
    }

    private List<EnvironmentVariable> variables(ServiceView view, String environment, List<Problem> problems) {
        if (environment.isEmpty()) {
            return List.of();
        }
        try {
            return services.configuration(view.service().name(), new EnvironmentName(environment));
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            return List.of();
        }
    }

    private List<String> environments(ServiceView view) {
        return platforms.current().environments().stream()
                .map(Environment::name)
                .filter(each -> desired.find(view.service().name(), each).isPresent())
                .map(EnvironmentName::value)
                .toList();
    }
}
