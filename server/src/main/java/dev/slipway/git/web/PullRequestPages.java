package dev.slipway.git.web;

import dev.slipway.git.GitHost;
import dev.slipway.git.MergeMethod;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.CommitId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pull requests of a repository, one of them, and merging it. */
@Controller
@RequestMapping("/repositories/{organisation}/{name}/pulls")
class PullRequestPages {

    private static final int PER_PAGE = 25;

    private final GitHost host;
    private final Frames frames;
    private final PullRequestScreen screen;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    PullRequestPages(
            GitHost host, Frames frames, PullRequestScreen screen, RepositoryAccess access, CurrentActor actor) {
        this.host = host;
        this.frames = frames;
        this.screen = screen;
        this.access = access;
        this.actor = actor;
    }

    @GetMapping
    @Access(Permission.VIEW)
    String list(
            @PathVariable String organisation,
            @PathVariable String name,
            @RequestParam(defaultValue = "OPEN") PullRequest.State state,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(required = false) @Nullable Integer before,
            Model model) {
        RepositoryFrame frame = frames.of(organisation, name, "pulls");
        PullRequestQuery query = PullRequestQuery.of(frame.ref(), state, PER_PAGE + 1)
                .labelled(label.isBlank() ? null : label.strip())
                .before(before);
        List<PullRequest> found = host.pullRequests(query);
        List<PullRequest> shown = found.subList(0, Math.min(PER_PAGE, found.size()));
        model.addAttribute("frame", frame);
        model.addAttribute(
                "list",
                new PullRequestList(
                        shown,
                        state,
                        host.counts(frame.ref()),
                        label.strip(),
                        new Labels(host.labels(frame.ref()), List.of()),
                        found.size() > PER_PAGE ? shown.getLast().ref().number() : null,
                        before == null));
        return "git/pulls";
    }

    @GetMapping("/{number:\\d+}")
    @Access(Permission.VIEW)
    String one(@PathVariable String organisation, @PathVariable String name, @PathVariable int number, Model model) {
        return screen.show(screen.place(organisation, name, number), List.of(), model);
    }

    @PostMapping("/{number:\\d+}/merge")
    @Access(Permission.VIEW)
    String merge(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            @RequestParam String head,
            @RequestParam(defaultValue = "MERGE") MergeMethod method,
            Model model,
            RedirectAttributes redirect) {
        PullRequestScreen.Place place = screen.place(organisation, name, number);
        access.requireMerge(actor.get(), place.frame().ref());
        return screen.attempt(
                place,
                pull -> MergeAnswers.require(host.merge(pull.ref(), new CommitId(head), method, actor.get())),
                (method == MergeMethod.SQUASH ? "Squashed into " : "Merged into ")
                        + place.pull().targetBranch() + ".",
                model,
                redirect);
    }
}
