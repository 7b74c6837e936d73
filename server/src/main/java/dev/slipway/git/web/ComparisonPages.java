package dev.slipway.git.web;

import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.difference.Comparisons;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What turns one revision of a repository into another. */
@Controller
class ComparisonPages {

    private static final int MOST_COMMITS = 100;

    private final GitContent git;
    private final Frames frames;

    ComparisonPages(GitContent git, Frames frames) {
        this.git = git;
        this.frames = frames;
    }

    @GetMapping("/repositories/{organisation}/{name}/compare")
    @Access(Permission.VIEW)
    String compare(
            @PathVariable String organisation,
            @PathVariable String name,
            @RequestParam String from,
            @RequestParam String to,
            Model model) {
        RepositoryFrame frame = frames.of(organisation, name, "commits");
        Commit first = frames.commit(frame.ref(), from);
        Commit second = frames.commit(frame.ref(), to);
        List<Commit> log = git.log(frame.ref(), second.id(), first.id(), null, MOST_COMMITS + 1);
        model.addAttribute("frame", frame);
        model.addAttribute("from", first);
        model.addAttribute("to", second);
        model.addAttribute("commits", log.subList(0, Math.min(MOST_COMMITS, log.size())));
        model.addAttribute("more", log.size() > MOST_COMMITS);
        model.addAttribute("comparison", Comparisons.of(git.differences(frame.ref(), first.id(), second.id())));
        return "git/compare";
    }
}
