package dev.slipway.catalog.pages;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of everything in the catalog. */
@Controller
class ListPage {

    private final CatalogLists lists;
    private final CurrentActor actor;

    ListPage(CatalogLists lists, CurrentActor actor) {
        this.lists = lists;
        this.actor = actor;
    }

    @GetMapping("/catalog")
    @Access(Permission.VIEW)
    String list(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        ListState state = ListState.of(parameters);
        // The browser's address is the short one, whatever empty fields the form sent.
        response.setHeader("HX-Push-Url", state.address());
        model.addAttribute("list", lists.of(state, actor.get().account()));
        return "catalog/list";
    }
}
