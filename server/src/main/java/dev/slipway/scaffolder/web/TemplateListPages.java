package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.TemplateRuns;
import dev.slipway.scaffolder.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of templates. */
@Controller
@Access(Permission.VIEW)
class TemplateListPages {

    private static final int NEWEST = 10;

    private final Templates templates;
    private final TemplateRuns runs;

    TemplateListPages(Templates templates, TemplateRuns runs) {
        this.templates = templates;
        this.runs = runs;
    }

    @GetMapping("/create")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String tag,
            Model model) {
        model.addAttribute("list", TemplateList.of(templates.all(), q, type, tag));
        model.addAttribute("runs", runs.newest(NEWEST));
        return "scaffolder/templates";
    }
}
