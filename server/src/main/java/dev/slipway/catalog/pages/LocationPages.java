package dev.slipway.catalog.pages;

import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.Locations;
import dev.slipway.entities.Entity;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.ui.Flash;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The locations that people registered, and the form that registers one. */
@Controller
@RequestMapping("/catalog/locations")
class LocationPages {

    private final Locations locations;
    private final CurrentActor actor;

    LocationPages(Locations locations, CurrentActor actor) {
        this.locations = locations;
        this.actor = actor;
    }

    @GetMapping
    @Access(Permission.VIEW)
    String list(Model model) {
        return show(model, "", List.of(), List.of());
    }

    /** @param go {@code look} to see what is there, {@code register} to take it */
    @PostMapping
    @Access(Permission.CREATE_SERVICE)
    String register(
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "look") String go,
            Model model,
            RedirectAttributes flash) {
        String url = target.strip();
        List<Entity> entities;
        try {
            entities = locations.look(url);
        } catch (CatalogException e) {
            return show(model, url, List.of(), e.problems());
        }
        if (entities.isEmpty()) {
            return show(
                    model,
                    url,
                    List.of(),
                    List.of(Problem.at("target", "There is no entity in this file.")
                            .expecting("a document with apiVersion, kind and metadata.name")));
        }
        if (!go.equals("register") || registered(url)) {
            return show(model, url, entities, List.of());
        }
        locations.register(url, actor.get());
        Flash.success(flash, "Registered. Its entities are in the catalog within a moment.");
        return "redirect:/catalog/locations";
    }

    @PostMapping("/{id}/removal")
    @Access(Permission.CREATE_SERVICE)
    String remove(@PathVariable UUID id, RedirectAttributes flash) {
        locations.remove(id, actor.get());
        Flash.success(flash, "Removed, with what it alone brought.");
        return "redirect:/catalog/locations";
    }

    private boolean registered(String target) {
        return locations.all().stream().anyMatch(location -> location.target().equals(target));
    }

    private String show(Model model, String target, List<Entity> found, List<Problem> problems) {
        model.addAttribute("locations", locations.all());
        model.addAttribute("target", target);
        model.addAttribute("registered", registered(target));
        model.addAttribute("found", found);
        model.addAttribute("problems", problems);
        return "catalog/locations";
    }
}
