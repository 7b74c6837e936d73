package dev.slipway.portal.service;

import dev.slipway.builds.Builds;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.ServiceNames;
import dev.slipway.portal.home.Activity;
import dev.slipway.previews.PreviewQuery;
import dev.slipway.previews.Previews;
import dev.slipway.promotion.Promotions;
import dev.slipway.services.Deletion;
import dev.slipway.services.Services;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is seen of one service: its environments, builds and history. */
@Controller
class ServicePages {

    private static final int BUILDS = 50;
    private static final int PREVIEWS = 50;
    private static final int RECENT = 5;
    private static final int HISTORY = 50;

    private final ServiceViews views;
    private final EnvironmentViews environments;
    private final MissingEnvironments missing;
    private final Services services;
    private final ServiceNames names;
    private final Builds builds;
    private final Previews previews;
    private final GitHost host;
    private final Promotions promotions;
    private final Activity activity;
    private final Permissions permissions;
    private final CurrentActor actor;

    ServicePages(
            ServiceViews views,
            EnvironmentViews environments,
            MissingEnvironments missing,
            Services services,
            ServiceNames names,
            Builds builds,
            Previews previews,
            GitHost host,
            Promotions promotions,
            Activity activity,
            Permissions permissions,
            CurrentActor actor) {
        this.views = views;
        this.environments = environments;
        this.missing = missing;
        this.services = services;
        this.names = names;
        this.builds = builds;
        this.previews = previews;
        this.host = host;
        this.promotions = promotions;
        this.activity = activity;
        this.permissions = permissions;
        this.actor = actor;
    }

    @GetMapping("/services/{name}")
    @Access(Permission.VIEW)
    String environments(@PathVariable String name, Model model) {
        ServiceName service = new ServiceName(name);
        Optional<Deletion> deletion = services.deletion(service);
        if (deletion.isPresent() && names.find(service).isEmpty()) {
            model.addAttribute("deletion", deletion.get());
            return "portal/deleted";
        }
        ServiceView view = views.of(name, "environments");
        model.addAttribute("view", view);
        model.addAttribute("environments", environments.of(view.service()));
        model.addAttribute("missing", missing.of(view.service()));
        model.addAttribute("builds", builds.of(view.service().repository(), RECENT));
        model.addAttribute("pullRequests", host.pullRequests(view.service().repository(), PullRequest.State.OPEN));
        return "portal/service";
    }

    @GetMapping("/services/{name}/previews")
    @Access(Permission.VIEW)
    String previews(@PathVariable String name, Model model) {
        ServiceView view = views.of(name, "previews");
        model.addAttribute("view", view);
        model.addAttribute(
                "found", previews.list(PreviewQuery.ofService(view.service().name(), PREVIEWS)));
        return "portal/previews";
    }

    @GetMapping("/services/{name}/builds")
    @Access(Permission.VIEW)
    String builds(@PathVariable String name, Model model) {
        ServiceView view = views.of(name, "builds");
        model.addAttribute("view", view);
        model.addAttribute("builds", builds.of(view.service().repository(), BUILDS));
        return "portal/builds";
    }

    @GetMapping("/services/{name}/history")
    @Access(Permission.VIEW)
    String history(@PathVariable String name, Model model) {
        ServiceView view = views.of(name, "history");
        model.addAttribute("view", view);
        model.addAttribute("promotions", promotions.history(view.service().name(), null, HISTORY));
        model.addAttribute("vetoes", promotions.vetoes(view.service().name()));
        model.addAttribute(
                "mayLift",
                permissions.allows(
                        actor.get(), Permission.LIFT_HOLD, view.service().team()));
        model.addAttribute("log", activity.of(view.service().name(), HISTORY));
        model.addAttribute("paths", activity.paths(view.service().name()));
        return "portal/history";
    }
}
