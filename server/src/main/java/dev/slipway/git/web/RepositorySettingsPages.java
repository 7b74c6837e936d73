package dev.slipway.git.web;

import dev.slipway.git.BranchProtection;
import dev.slipway.git.GitHost;
import dev.slipway.git.Label;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.git.RepositorySettings;
import dev.slipway.git.ReviewRule;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemException;
import dev.slipway.ui.Flash;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a repository treats pull requests: approvals, branches, labels. */
@Controller
@RequestMapping("/repositories/{organisation}/{name}/settings")
class RepositorySettingsPages {

    private final GitHost host;
    private final Frames frames;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    RepositorySettingsPages(GitHost host, Frames frames, RepositoryAccess access, CurrentActor actor) {
        this.host = host;
        this.frames = frames;
        this.access = access;
        this.actor = actor;
    }

    @GetMapping
    @Access(Permission.VIEW)
    String settings(@PathVariable String organisation, @PathVariable String name, Model model) {
        return show(frames.of(organisation, name, "settings"), List.of(), model);
    }

    @PostMapping
    @Access(Permission.VIEW)
    String change(
            @PathVariable String organisation,
            @PathVariable String name,
            @RequestParam(defaultValue = "0") int approvals,
            @RequestParam(defaultValue = "false") boolean codeOwners,
            @RequestParam(defaultValue = "false") boolean dismissStale,
            @RequestParam(defaultValue = "false") boolean deleteBranchOnMerge,
            RedirectAttributes redirect) {
        RepositoryFrame frame = frames.of(organisation, name, "settings");
        access.requireConfigure(actor.get(), frame.ref());
        BranchProtection now = protection(frame);
        host.protect(
                frame.ref(),
                new BranchProtection(
                        now.branch(),
                        now.requiredChecks(),
                        now.writers(),
                        new ReviewRule(Math.clamp(approvals, 0, 10), codeOwners, dismissStale)),
                actor.get());
        host.change(frame.ref(), new RepositorySettings(deleteBranchOnMerge), actor.get());
        Flash.success(redirect, "Saved.");
        return "redirect:" + frame.path() + "/settings";
    }

    @PostMapping("/labels")
    @Access(Permission.VIEW)
    String label(
            @PathVariable String organisation,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "5b6b7a") String colour,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "false") boolean remove,
            Model model,
            RedirectAttributes redirect) {
        RepositoryFrame frame = frames.of(organisation, name, "settings");
        access.requireMerge(actor.get(), frame.ref());
        try {
            if (remove) {
                host.removeLabel(frame.ref(), label, actor.get());
            } else {
                host.defineLabel(frame.ref(), new Label(label, colour, description.strip()), actor.get());
            }
        } catch (ProblemException e) {
            return show(frame, e.problems(), model);
        }
        Flash.success(redirect, remove ? "The label is gone." : "Saved.");
        return "redirect:" + frame.path() + "/settings#labels";
    }

    private BranchProtection protection(RepositoryFrame frame) {
        String main = frame.repository().defaultBranch();
        return host.protection(frame.ref(), main).orElseGet(() -> new BranchProtection(main, Set.of(), Set.of()));
    }

    private String show(RepositoryFrame frame, List<Problem> problems, Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("problems", problems);
        model.addAttribute("protection", protection(frame));
        model.addAttribute(
                "isProtected",
                host.protection(frame.ref(), frame.repository().defaultBranch()).isPresent());
        model.addAttribute("settings", host.settings(frame.ref()));
        model.addAttribute("labels", host.labels(frame.ref()));
        model.addAttribute("mayConfigure", access.mayConfigure(actor.get(), frame.ref()));
        model.addAttribute("mayLabel", access.mayMerge(actor.get(), frame.ref()));
        return "git/settings";
    }
}
