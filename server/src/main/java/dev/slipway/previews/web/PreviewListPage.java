package dev.slipway.previews.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.previews.PreviewPage;
import dev.slipway.previews.Previews;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All previews, by team, service and state, in pages. */
@Controller
class PreviewListPage {

    private static final int PER_PAGE = 25;

    private final Previews previews;
    private final Platforms platforms;

    PreviewListPage(Previews previews, Platforms platforms) {
        this.previews = previews;
        this.platforms = platforms;
    }

    @GetMapping("/previews")
    @Access(Permission.VIEW)
    String previews(
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int wanted = Math.clamp(page, 1, Integer.MAX_VALUE / PER_PAGE);
        PreviewPage found = find(team, service.strip(), state, wanted);
        int pages = Math.max(1, (found.total() + PER_PAGE - 1) / PER_PAGE);
        if (wanted > pages) {
            wanted = pages;
            found = find(team, service.strip(), state, wanted);
        }
        model.addAttribute(
                "list",
                new PreviewList(found.previews(), team, service.strip(), state, teams(), wanted, pages, found.total()));
        return "previews/list";
    }

    private PreviewPage find(String team, String service, String state, int page) {
        return previews.list(Filters.query(team, service, state, (page - 1) * PER_PAGE, PER_PAGE));
    }

    private List<String> teams() {
        return platforms.find().map(PlatformDefinition::teams).orElse(List.of()).stream()
                .map(team -> team.name().value())
                .sorted()
                .toList();
    }
}
