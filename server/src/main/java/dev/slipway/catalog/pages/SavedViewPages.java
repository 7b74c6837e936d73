package dev.slipway.catalog.pages;

import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.store.ViewRows;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.ui.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves searches by name; everybody has their own. */
@Controller
class SavedViewPages {

    private static final int LONGEST_NAME = 60;

    private final ViewRows views;
    private final CurrentActor actor;

    SavedViewPages(ViewRows views, CurrentActor actor) {
        this.views = views;
        this.actor = actor;
    }

    @PostMapping("/catalog/views")
    @Access(Permission.VIEW)
    String save(@RequestParam String name, @RequestParam(defaultValue = "") String query, RedirectAttributes flash) {
        // Nothing but what the list understands.
        String known = ListState.parse(query).queryString();
        views.save(account(), checked(name), known);
        Flash.success(flash, "Saved as \"" + name.strip() + "\".");
        return "redirect:/catalog" + (known.isEmpty() ? "" : "?" + known);
    }

    @PostMapping("/catalog/views/{id}/name")
    @Access(Permission.VIEW)
    String rename(@PathVariable UUID id, @RequestParam String name, RedirectAttributes flash) {
        if (views.rename(account(), id, checked(name))) {
            Flash.success(flash, "It is called \"" + name.strip() + "\" now.");
        } else {
            Flash.failure(flash, "The view is gone, or another one is called \"" + name.strip() + "\".");
        }
        return "redirect:/catalog" + query(id);
    }

    @PostMapping("/catalog/views/{id}/deletion")
    @Access(Permission.VIEW)
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        if (views.delete(account(), id)) {
            Flash.success(flash, "The view is deleted.");
        }
        return "redirect:/catalog";
    }

    /** What the view shows, as an address says it. */
    private String query(UUID id) {
        return views.of(account()).stream()
                .filter(view -> view.id().equals(id) && !view.query().isEmpty())
                .map(view -> "?" + view.query())
                .findFirst()
                .orElse("");
    }

    private static String checked(String name) {
        String given = name.strip();
        if (given.isEmpty() || given.length() > LONGEST_NAME) {
            throw new CatalogException(
                    ProblemCode.INVALID,
                    Problem.at("name", "\"" + given + "\" is no name for a view.")
                            .expecting("1 to " + LONGEST_NAME + " characters"));
        }
        return given;
    }

    private String account() {
        return actor.get().account();
    }
}
