package dev.slipway.git.web;

import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRelease;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The releases of a repository, and publishing one. */
@Controller
class ReleasePages {

    private final GitHost host;
    private final GitContent git;
    private final Frames frames;
    private final RepositoryAccess access;
    private final CurrentActor actor;
    private final Clock clock;

    ReleasePages(
            GitHost host, GitContent git, Frames frames, RepositoryAccess access, CurrentActor actor, Clock clock) {
        this.host = host;
        this.git = git;
        this.frames = frames;
        this.access = access;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping("/repositories/{organisation}/{name}/releases")
    @Access(Permission.VIEW)
    String releases(@PathVariable String organisation, @PathVariable String name, Model model) {
        RepositoryFrame frame = frames.of(organisation, name, "files");
        return show(frame, "", frame.repository().defaultBranch(), "", List.of(), model);
    }

    @PostMapping("/repositories/{organisation}/{name}/releases")
    @Access(Permission.VIEW)
    String publish(
            @PathVariable String organisation,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String notes,
            Model model) {
        RepositoryFrame frame = frames.of(organisation, name, "files");
        access.requireMerge(actor.get(), frame.ref());
        Optional<CommitId> commit = of.isBlank() ? Optional.empty() : git.resolve(frame.ref(), of.strip());
        if (commit.isEmpty()) {
            Problem unknown = Problem.at("of", "There is no \"" + of.strip() + "\" in this repository.")
                    .expecting("a branch, a tag or a commit");
            return show(frame, tag, of, notes, List.of(unknown), model);
        }
        HostedRelease release = new HostedRelease(
                tag.strip(),
                commit.get(),
                tag.strip(),
                notes.strip(),
                actor.get().account(),
                clock.instant());
        try {
            host.publishRelease(frame.ref(), release, actor.get());
        } catch (ProblemException e) {
            return show(frame, tag, of, notes, e.problems(), model);
        }
        return "redirect:" + frame.path() + "/releases";
    }

    private String show(
            RepositoryFrame frame, String tag, String of, String notes, List<Problem> problems, Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("releases", host.releases(frame.ref()));
        model.addAttribute("mayPublish", !frame.repository().archived() && access.mayMerge(actor.get(), frame.ref()));
        model.addAttribute("tag", tag);
        model.addAttribute("of", of);
        model.addAttribute("notes", notes);
        model.addAttribute("problems", problems);
        return "git/releases";
    }
}
