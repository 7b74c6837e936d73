package dev.slipway.desiredstate.impact;

import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of what a pull request to the platform repository does. */
@Controller
@RequestMapping("/desired-state/impact/{number}")
class ImpactPages {

    private final KnownImpacts impacts;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    ImpactPages(KnownImpacts impacts, RepositoryAccess access, CurrentActor actor) {
        this.impacts = impacts;
        this.access = access;
        this.actor = actor;
    }

    /**
     * @param environment whose groups are shown; by default the first one
     * @param find part of a name or of what is said
     */
    @GetMapping
    @Access(Permission.VIEW)
    String impact(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String environment,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("screen", screen(number, environment, find, page));
        return "desiredstate/impact";
    }

    /** One group with every field and every name. */
    @GetMapping("/group")
    @Access(Permission.VIEW)
    String group(@PathVariable int number, @RequestParam String environment, @RequestParam int group, Model model) {
        ImpactScreen screen = screen(number, environment, "", 1);
        model.addAttribute("screen", screen);
        model.addAttribute("shown", screen.group(group));
        return "desiredstate/impact-group";
    }

    private ImpactScreen screen(int number, String environment, String find, int page) {
        access.requireRead(actor.get());
        PullRequest pull = impacts.pullRequest(number);
        return ImpactScreen.of(pull, impacts.get(Comparison.of(pull)), environment, find, page);
    }
}
