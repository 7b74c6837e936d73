package dev.slipway.portal.home;

import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.Team;
import dev.slipway.portal.fleet.Fleet;
import dev.slipway.promotion.Promotions;
import dev.slipway.services.Services;
import dev.slipway.ui.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: my services, what waits for me, what happened. */
@Controller
class HomePage {

    private static final int SERVICES = 12;
    private static final int PULL_REQUESTS = 8;
    private static final int EVENTS = 10;

    private final Services services;
    private final Fleet fleet;
    private final Promotions promotions;
    private final GitHost host;
    private final Activity activity;
    private final Platforms platforms;
    private final Permissions permissions;
    private final CurrentActor actor;
    private final Viewer viewer;

    HomePage(
            Services services,
            Fleet fleet,
            Promotions promotions,
            GitHost host,
            Activity activity,
            Platforms platforms,
            Permissions permissions,
            CurrentActor actor,
            Viewer viewer) {
        this.services = services;
        this.fleet = fleet;
        this.promotions = promotions;
        this.host = host;
        this.activity = activity;
        this.platforms = platforms;
        this.permissions = permissions;
        this.actor = actor;
        this.viewer = viewer;
    }

    @GetMapping("/")
    @Access(Permission.VIEW)
    String home(Model model) {
        String account = actor.get().account();
        List<String> teams = teams(account);
        List<RegisteredService> all = services.all();
        List<RegisteredService> shown = teams.isEmpty()
                ? all
                : all.stream()
                        .filter(each -> teams.contains(each.team().value()))
                        .toList();
        List<RegisteredService> first = shown.stream().limit(SERVICES).toList();
        model.addAttribute(
                "home",
                new HomeView(
                        viewer.displayName(),
                        teams,
                        fleet.glances(first),
                        shown.size() - first.size(),
                        promotions.awaitingApprovalBy(account),
                        pullRequests(first),
                        activity.newest(null, EVENTS),
                        all.size()));
        return "portal/home";
    }

    private List<String> teams(String account) {
        Set<String> groups = permissions.groups(account);
        return platforms.find().map(PlatformDefinition::teams).orElse(List.of()).stream()
                .map(Team::name)
                .map(name -> name.value())
                .filter(name -> groups.contains(name) || groups.contains(name + "-leads"))
                .sorted()
                .toList();
    }

    private List<PullRequest> pullRequests(List<RegisteredService> of) {
        return of.stream()
                .flatMap(service -> host.pullRequests(service.repository(), PullRequest.State.OPEN).stream())
                .sorted(Comparator.comparing(PullRequest::updatedAt).reversed())
                .limit(PULL_REQUESTS)
                .toList();
    }
}
