package dev.slipway.portal.service;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.ServiceName;
import dev.slipway.services.EnvironmentAdditions;
import dev.slipway.ui.Flash;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that brings a service to an environment that it was made without. */
@Controller
class AdditionPages {

    private final ServiceViews views;
    private final EnvironmentAdditions additions;
    private final CurrentActor actor;

    AdditionPages(ServiceViews views, EnvironmentAdditions additions, CurrentActor actor) {
        this.views = views;
        this.additions = additions;
        this.actor = actor;
    }

    @GetMapping("/services/{name}/environments/add")
    @Access(Permission.CREATE_SERVICE)
    String form(@PathVariable String name, @RequestParam String environment, Model model) {
        return show(name, environment, String.valueOf(EnvironmentAdditions.USUAL_REPLICAS), List.of(), model);
    }

    @PostMapping("/services/{name}/environments/add")
    @Access(Permission.CREATE_SERVICE)
    String add(
            @PathVariable String name,
            @RequestParam String environment,
            @RequestParam(defaultValue = "") String replicas,
            Model model,
            RedirectAttributes redirect) {
        if (!replicas.strip().matches("\\d{1,9}")) {
            Problem problem = Problem.at("replicas", "\"" + replicas + "\" is no number.");
            return show(name, environment, replicas, List.of(problem), model);
        }
        try {
            additions.add(
                    new ServiceName(name),
                    new EnvironmentName(environment),
                    Integer.parseInt(replicas.strip()),
                    actor.get());
        } catch (ProblemException e) {
            return show(name, environment, replicas, e.problems(), model);
        }
        Flash.success(redirect, "A pull request in the service's repository is being opened.");
        return "redirect:/services/" + name;
    }

    private String show(String name, String environment, String replicas, List<Problem> problems, Model model) {
        model.addAttribute("view", views.of(name, "environments"));
        model.addAttribute("environment", environment);
        model.addAttribute("replicas", replicas);
        model.addAttribute("problems", problems);
        return "portal/add-environment";
    }
}
