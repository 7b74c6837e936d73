package dev.slipway.git.web;

import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.difference.Comparisons;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The history of a repository, and one commit of it. */
@Controller
class CommitPages {

    private static final int PER_PAGE = 50;
    private static final int LAST_PAGE = 100;

    private final GitContent git;
    private final GitHost host;
    private final Frames frames;

    CommitPages(GitContent git, GitHost host, Frames frames) {
        this.git = git;
        this.host = host;
        this.frames = frames;
    }

    @GetMapping("/repositories/{organisation}/{name}/commits")
    @Access(Permission.VIEW)
    String commits(
            @PathVariable String organisation,
            @PathVariable String name,
            @RequestParam(defaultValue = "main") String revision,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        RepositoryFrame frame = frames.of(organisation, name, "commits");
        int current = Math.clamp(page, 1, LAST_PAGE);
        List<Commit> log = git.refs(frame.ref()).isEmpty()
                ? List.of()
                : log(frame.ref(), revision, FilePages.normalised(path), current);
        model.addAttribute("frame", frame);
        model.addAttribute("revision", revision);
        model.addAttribute("path", FilePages.normalised(path));
        model.addAttribute("page", current);
        model.addAttribute("more", log.size() > PER_PAGE && current < LAST_PAGE);
        model.addAttribute("commits", log.subList(0, Math.min(PER_PAGE, log.size())));
        return "git/commits";
    }

    /** One more than the page shows, when there are more. */
    private List<Commit> log(RepositoryRef repository, String revision, String path, int page) {
        CommitId tip = frames.commit(repository, revision).id();
        List<Commit> log = git.log(repository, tip, null, path.isEmpty() ? null : path, page * PER_PAGE + 1);
        return log.subList(Math.min((page - 1) * PER_PAGE, log.size()), log.size());
    }

    @GetMapping("/repositories/{organisation}/{name}/commits/{id}")
    @Access(Permission.VIEW)
    String commit(@PathVariable String organisation, @PathVariable String name, @PathVariable String id, Model model) {
        RepositoryFrame frame = frames.of(organisation, name, "commits");
        Commit commit = frames.commit(frame.ref(), id);
        CommitId parent = commit.parents().isEmpty() ? null : commit.parents().getFirst();
        model.addAttribute("frame", frame);
        model.addAttribute("commit", commit);
        model.addAttribute("comparison", Comparisons.of(git.differences(frame.ref(), parent, commit.id())));
        model.addAttribute("statuses", host.statuses(frame.ref(), commit.id()));
        return "git/commit";
    }
}
