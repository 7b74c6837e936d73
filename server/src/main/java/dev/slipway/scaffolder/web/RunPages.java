package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.TemplateRun;
import dev.slipway.scaffolder.TemplateRuns;
import dev.slipway.ui.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A run while it goes on, and its result. */
@Controller
class RunPages {

    private final TemplateRuns runs;
    private final RunAccess access;
    private final CurrentActor actor;

    RunPages(TemplateRuns runs, RunAccess access, CurrentActor actor) {
        this.runs = runs;
        this.access = access;
        this.actor = actor;
    }

    @GetMapping("/create/runs/{id}")
    @Access(Permission.VIEW)
    String run(@PathVariable String id, Model model) {
        TemplateRun run = access.get(id);
        model.addAttribute("run", run);
        model.addAttribute("log", runs.log(run.id(), 0));
        model.addAttribute("mine", run.account().equals(actor.get().account()));
        return "scaffolder/run";
    }

    @PostMapping("/create/runs/{id}/cancel")
    @Access(Permission.CREATE_SERVICE)
    String cancel(@PathVariable String id, RedirectAttributes attributes) {
        runs.cancel(access.own(id).id(), actor.get());
        Flash.info(attributes, "The run stops before its next step, and what it made is taken back.");
        return "redirect:/create/runs/" + id;
    }
}
