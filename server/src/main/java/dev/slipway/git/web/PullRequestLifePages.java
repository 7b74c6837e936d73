package dev.slipway.git.web;

import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What its author, and whoever may merge it, does with a pull request and its branch. */
@Controller
@RequestMapping("/repositories/{organisation}/{name}/pulls/{number:\\d+}")
class PullRequestLifePages {

    private final GitHost host;
    private final PullRequestScreen screen;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    PullRequestLifePages(GitHost host, PullRequestScreen screen, RepositoryAccess access, CurrentActor actor) {
        this.host = host;
        this.screen = screen;
        this.access = access;
        this.actor = actor;
    }

    @PostMapping("/{action:close|reopen|draft|ready|delete-branch|restore-branch}")
    @Access(Permission.VIEW)
    String change(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            @PathVariable String action,
            Model model,
            RedirectAttributes redirect) {
        PullRequestScreen.Place place = screen.place(organisation, name, number);
        access.requireClose(actor.get(), place.pull());
        return screen.attempt(place, command(action), done(action), model, redirect);
    }

    private Consumer<PullRequest> command(String action) {
        return pull -> {
            switch (action) {
                case "close" -> host.close(pull.ref(), actor.get());
                case "reopen" -> host.reopen(pull.ref(), actor.get());
                case "draft" -> host.draft(pull.ref(), true, actor.get());
                case "ready" -> host.draft(pull.ref(), false, actor.get());
                case "delete-branch" -> host.deleteBranch(pull.ref(), actor.get());
                default -> host.restoreBranch(pull.ref(), actor.get());
            }
        };
    }

    private static String done(String action) {
        return switch (action) {
            case "close" -> "Closed without merging.";
            case "reopen" -> "Open again.";
            case "draft" -> "It is a draft now.";
            case "ready" -> "It is ready for review.";
            case "delete-branch" -> "The branch is gone. It can be restored here.";
            default -> "The branch is back.";
        };
    }
}
