package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.TemplateRuns;
import dev.slipway.scaffolder.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of templates, and what somebody marks on it. */
@Controller
@Access(Permission.VIEW)
class TemplateListPages {

    private static final int NEWEST = 10;

    private final Templates templates;
    private final TemplateRuns runs;
    private final OwnFavourites favourites;

    TemplateListPages(Templates templates, TemplateRuns runs, OwnFavourites favourites) {
        this.templates = templates;
        this.runs = runs;
        this.favourites = favourites;
    }

    @GetMapping("/create")
    String list(@ModelAttribute TemplateWish wish, Model model) {
        model.addAttribute("list", TemplateList.of(templates.all(), favourites.names(), wish));
        model.addAttribute("runs", runs.newest(NEWEST));
        return "scaffolder/templates";
    }

    /** @param wish what the list shows, and goes on showing */
    @PostMapping("/create/favourites")
    String mark(
            @RequestParam String template,
            @RequestParam boolean favourite,
            @ModelAttribute TemplateWish wish,
            RedirectAttributes attributes) {
        favourites.mark(template, favourite);
        wish.parameters().forEach(attributes::addAttribute);
        return "redirect:/create";
    }
}
