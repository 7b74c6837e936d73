package dev.slipway.git.web;

import dev.slipway.git.GitHost;
import dev.slipway.git.NewReview;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.git.Review;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people say about a pull request: comments, reviews, labels. */
@Controller
@RequestMapping("/repositories/{organisation}/{name}/pulls/{number:\\d+}")
class TalkPages {

    private final GitHost host;
    private final PullRequestScreen screen;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    TalkPages(GitHost host, PullRequestScreen screen, RepositoryAccess access, CurrentActor actor) {
        this.host = host;
        this.screen = screen;
        this.access = access;
        this.actor = actor;
    }

    /** @param verdict missing for a comment that is no review */
    @PostMapping("/comments")
    @Access(Permission.VIEW)
    String say(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String markdown,
            @RequestParam(required = false) Review.@Nullable Verdict verdict,
            @RequestParam(defaultValue = "") String head,
            Model model,
            RedirectAttributes redirect) {
        PullRequestScreen.Place place = screen.place(organisation, name, number);
        access.requirePropose(actor.get(), place.frame().ref());
        if (verdict == null || verdict == Review.Verdict.COMMENTED) {
            return comment(place, markdown, model);
        }
        return screen.attempt(
                place,
                pull -> host.review(
                        pull.ref(), new NewReview(verdict, new CommitId(head), markdown.strip()), actor.get()),
                verdict == Review.Verdict.APPROVED ? "Approved." : "You ask for changes.",
                model,
                redirect);
    }

    private String comment(PullRequestScreen.Place place, String markdown, Model model) {
        if (markdown.isBlank()) {
            return screen.show(place, List.of(Problem.at("Comment", "There is nothing in it.")), model);
        }
        host.comment(place.pull().ref(), null, markdown.strip(), actor.get());
        return "redirect:" + place.path() + "#comments";
    }

    @PostMapping("/labels")
    @Access(Permission.VIEW)
    String label(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            @RequestParam String label,
            @RequestParam(defaultValue = "false") boolean remove,
            Model model,
            RedirectAttributes redirect) {
        PullRequestScreen.Place place = screen.place(organisation, name, number);
        access.requirePropose(actor.get(), place.frame().ref());
        return screen.attempt(
                place,
                pull -> {
                    if (remove) {
                        host.unlabel(pull.ref(), label, actor.get());
                    } else {
                        host.label(pull.ref(), label, actor.get());
                    }
                },
                remove ? "The label \"" + label + "\" is taken off." : "Labelled \"" + label + "\".",
                model,
                redirect);
    }
}
