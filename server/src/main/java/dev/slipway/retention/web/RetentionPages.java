package dev.slipway.retention.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.retention.CleanUps;
import dev.slipway.ui.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The clean-ups' part of the Operations page, which asks for it. */
@Controller
@RequestMapping("/operations/retention")
@Access(Permission.MANAGE_PLATFORM)
class RetentionPages {

    private static final int SHOWN = 5;

    private final CleanUps cleanUps;
    private final CurrentActor actor;

    RetentionPages(CleanUps cleanUps, CurrentActor actor) {
        this.cleanUps = cleanUps;
        this.actor = actor;
    }

    @GetMapping
    String part(Model model) {
        model.addAttribute("rules", cleanUps.rules()).addAttribute("cleanUps", cleanUps.newest(SHOWN));
        return "retention/retention";
    }

    /** Asked for by a button, for it takes a while. */
    @GetMapping("/plan")
    String plan(Model model) {
        model.addAttribute("results", cleanUps.plan());
        return "retention/plan";
    }

    @PostMapping("/runs")
    String run(RedirectAttributes attributes) {
        cleanUps.request(actor.get());
        Flash.info(attributes, "A clean-up begins in a moment.");
        return "redirect:/operations#retention";
    }
}
