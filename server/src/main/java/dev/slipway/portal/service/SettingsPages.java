package dev.slipway.portal.service;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.ServiceName;
import dev.slipway.services.Services;
import dev.slipway.ui.Flash;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The end of a service. */
@Controller
class SettingsPages {

    private final ServiceViews views;
    private final Services services;
    private final Permissions permissions;
    private final CurrentActor actor;

    SettingsPages(ServiceViews views, Services services, Permissions permissions, CurrentActor actor) {
        this.views = views;
        this.services = services;
        this.permissions = permissions;
        this.actor = actor;
    }

    @GetMapping("/services/{name}/settings")
    @Access(Permission.VIEW)
    String settings(@PathVariable String name, Model model) {
        return show(name, List.of(), model);
    }

    @PostMapping("/services/{name}/deletion")
    @Access(Permission.DELETE_SERVICE)
    String delete(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String confirm,
            Model model,
            RedirectAttributes redirect) {
        try {
            services.delete(new ServiceName(name), confirm.strip(), actor.get());
            Flash.info(redirect, "The service is being deleted.");
            return "redirect:/services/" + name;
        } catch (ProblemException e) {
            return show(name, e.problems(), model);
        }
    }

    private String show(String name, List<Problem> problems, Model model) {
        ServiceView view = views.of(name, "settings");
        model.addAttribute("view", view);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "mayDelete",
                permissions.allows(
                        actor.get(), Permission.DELETE_SERVICE, view.service().team()));
        return "portal/settings";
    }
}
