package dev.slipway.git.web;

import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.git.difference.Comparison;
import dev.slipway.git.difference.Comparisons;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens a pull request from a branch. */
@Controller
class OpeningPages {

    private static final String HEADS = "refs/heads/";

    private final GitHost host;
    private final GitContent git;
    private final Frames frames;
    private final PullRequestDetailsReader details;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    OpeningPages(
            GitHost host,
            GitContent git,
            Frames frames,
            PullRequestDetailsReader details,
            RepositoryAccess access,
            CurrentActor actor) {
        this.host = host;
        this.git = git;
        this.frames = frames;
        this.details = details;
        this.access = access;
        this.actor = actor;
    }

    @GetMapping("/repositories/{organisation}/{name}/pulls/new")
    @Access(Permission.VIEW)
    String form(
            @PathVariable String organisation,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String branch,
            Model model) {
        return show(frames.of(organisation, name, "pulls"), branch, null, List.of(), model);
    }

    @PostMapping("/repositories/{organisation}/{name}/pulls")
    @Access(Permission.VIEW)
    String open(
            @PathVariable String organisation,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String branch,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "false") boolean draft,
            Model model) {
        RepositoryFrame frame = frames.of(organisation, name, "pulls");
        access.requirePropose(actor.get(), frame.ref());
        OpeningForm.Words words = new OpeningForm.Words(title.strip(), body.strip());
        if (title.isBlank()) {
            return show(frame, branch, words, List.of(Problem.at("Title", "It is missing.")), model);
        }
        try {
            String main = frame.repository().defaultBranch();
            PullRequest pull = host.open(
                    new NewPullRequest(frame.ref(), branch, main, words.title(), words.body(), draft), actor.get());
            return "redirect:" + frame.path() + "/pulls/" + pull.ref().number();
        } catch (ProblemException e) {
            return show(frame, branch, words, e.problems(), model);
        }
    }

    private String show(
            RepositoryFrame frame,
            String branch,
            OpeningForm.@Nullable Words words,
            List<Problem> problems,
            Model model) {
        RepositoryRef ref = frame.ref();
        String main = frame.repository().defaultBranch();
        List<String> branches = branches(ref, main);
        Optional<CommitId> head = branches.contains(branch) ? git.resolve(ref, HEADS + branch) : Optional.empty();
        Optional<CommitId> base = git.resolve(ref, HEADS + main);
        List<Commit> commits =
                head.isPresent() && base.isPresent() ? details.commits(ref, base.get(), head.get()) : List.of();
        Comparison comparison = commits.isEmpty()
                ? new Comparison(List.of(), 0)
                : Comparisons.of(details.differences(ref, base.orElseThrow(), head.orElseThrow()));
        model.addAttribute("frame", frame);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "form",
                new OpeningForm(
                        branches,
                        head.isPresent() ? branch : "",
                        words == null ? OpeningForm.Words.of(commits) : words,
                        commits,
                        comparison,
                        already(ref, branch, main)));
        return "git/opening";
    }

    private List<String> branches(RepositoryRef ref, String main) {
        return git.refs(ref).keySet().stream()
                .filter(each -> each.startsWith(HEADS) && !each.startsWith(HEADS + "slipway/"))
                .map(each -> each.substring(HEADS.length()))
                .filter(each -> !each.equals(main))
                .toList();
    }

    private @Nullable PullRequest already(RepositoryRef ref, String branch, String main) {
        return host.pullRequests(PullRequestQuery.ofBranch(ref, PullRequest.State.OPEN, branch)).stream()
                .filter(pull -> pull.targetBranch().equals(main))
                .findFirst()
                .orElse(null);
    }
}
