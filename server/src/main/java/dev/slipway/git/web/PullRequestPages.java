package dev.slipway.git.web;

import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemException;
import dev.slipway.ui.Flash;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pull requests of a repository, and what people do with one. */
@Controller
@RequestMapping("/repositories/{organisation}/{name}/pulls")
class PullRequestPages {

    private final GitHost host;
    private final Frames frames;
    private final PullRequestDetailsReader details;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    PullRequestPages(
            GitHost host,
            Frames frames,
            PullRequestDetailsReader details,
            RepositoryAccess access,
            CurrentActor actor) {
        this.host = host;
        this.frames = frames;
        this.details = details;
        this.access = access;
        this.actor = actor;
    }

    @GetMapping
    @Access(Permission.VIEW)
    String list(
            @PathVariable String organisation,
            @PathVariable String name,
            @RequestParam(defaultValue = "OPEN") PullRequest.State state,
            Model model) {
        RepositoryFrame frame = frames.of(organisation, name, "pulls");
        model.addAttribute("frame", frame);
        model.addAttribute("state", state);
        model.addAttribute("pulls", host.pullRequests(frame.ref(), state));
        return "git/pulls";
    }

    @GetMapping("/{number:\\d+}")
    @Access(Permission.VIEW)
    String one(@PathVariable String organisation, @PathVariable String name, @PathVariable int number, Model model) {
        return show(frames.of(organisation, name, "pulls"), number, List.of(), model);
    }

    @PostMapping("/{number:\\d+}/merge")
    @Access(Permission.VIEW)
    String merge(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            @RequestParam String head,
            Model model,
            RedirectAttributes redirect) {
        RepositoryFrame frame = frames.of(organisation, name, "pulls");
        PullRequest pull = details.found(frame.ref(), number);
        access.requireMerge(actor.get(), frame.ref());
        try {
            MergeAnswers.require(host.merge(pull.ref(), new CommitId(head), actor.get()));
            Flash.success(redirect, "Merged into " + pull.targetBranch() + ".");
            return back(frame, number);
        } catch (ProblemException e) {
            return show(frame, number, e.problems(), model);
        }
    }

    @PostMapping("/{number:\\d+}/close")
    @Access(Permission.VIEW)
    String close(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            Model model,
            RedirectAttributes redirect) {
        RepositoryFrame frame = frames.of(organisation, name, "pulls");
        PullRequest pull = details.found(frame.ref(), number);
        access.requireClose(actor.get(), pull);
        try {
            host.close(pull.ref(), actor.get());
            Flash.info(redirect, "Closed without merging.");
            return back(frame, number);
        } catch (ProblemException e) {
            return show(frame, number, e.problems(), model);
        }
    }

    @PostMapping("/{number:\\d+}/comments")
    @Access(Permission.VIEW)
    String comment(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String markdown,
            Model model) {
        RepositoryFrame frame = frames.of(organisation, name, "pulls");
        PullRequest pull = details.found(frame.ref(), number);
        access.requirePropose(actor.get(), frame.ref());
        if (markdown.isBlank()) {
            return show(frame, number, List.of(Problem.at("Comment", "There is nothing in it.")), model);
        }
        host.comment(pull.ref(), null, markdown.strip(), actor.get());
        return back(frame, number) + "#comments";
    }

    private String show(RepositoryFrame frame, int number, List<Problem> problems, Model model) {
        PullRequest pull = details.found(frame.ref(), number);
        model.addAttribute("frame", frame);
        model.addAttribute("problems", problems);
        model.addAttribute("details", details.of(pull));
        return "git/pull";
    }

    private static String back(RepositoryFrame frame, int number) {
        return "redirect:" + frame.path() + "/pulls/" + number;
    }
}
