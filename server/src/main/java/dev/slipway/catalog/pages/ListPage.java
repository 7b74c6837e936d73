package dev.slipway.catalog.pages;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of everything in the catalog. */
@Controller
class ListPage {

    private static final String RESULTS = "catalog-results";
    /** What the links to other pages of the same list are called. */
    private static final String TURN = "page-";

    private static final String SEARCH = "catalog-q";

    private final CatalogLists lists;
    private final CurrentActor actor;

    ListPage(CatalogLists lists, CurrentActor actor) {
        this.lists = lists;
        this.actor = actor;
    }

    @GetMapping("/catalog")
    @Access(Permission.VIEW)
    String list(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target,
            @RequestHeader(name = "HX-Trigger", defaultValue = "") String trigger,
            Model model,
            HttpServletResponse response) {
        ListState state = ListState.of(parameters);
        if (target.equals(RESULTS)) {
            // The browser's address is the short one, whatever empty fields the form sent. What is typed is one step
            // back, not many.
            response.setHeader(trigger.equals(SEARCH) ? "HX-Replace-Url" : "HX-Push-Url", state.address());
        }
        String account = actor.get().account();
        boolean turned = target.equals(RESULTS) && trigger.startsWith(TURN);
        model.addAttribute("list", turned ? lists.page(state) : lists.of(state, finds(parameters), account));
        return turned ? "catalog/results" : "catalog/list";
    }

    private static Map<ListFacet, String> finds(MultiValueMap<String, String> parameters) {
        Map<ListFacet, String> finds = new EnumMap<>(ListFacet.class);
        for (ListFacet facet : ListFacet.values()) {
            String find = parameters.getFirst("find-" + facet.parameter());
            if (find != null && !find.isBlank()) {
                finds.put(facet, find.strip());
            }
        }
        return finds;
    }
}
