package dev.slipway.git.web;

import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All repositories, and what one of them holds. */
@Controller
class RepositoryPages {

    private static final int PER_PAGE = 25;
    private static final int MOST_BRANCHES = 50;
    private static final String HEADS = "refs/heads/";

    private final GitHost host;
    private final GitContent git;
    private final Frames frames;
    private final Folders folders;

    RepositoryPages(GitHost host, GitContent git, Frames frames, Folders folders) {
        this.host = host;
        this.git = git;
        this.frames = frames;
        this.folders = folders;
    }

    @GetMapping("/repositories")
    @Access(Permission.VIEW)
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        List<HostedRepository> all = host.repositories();
        List<HostedRepository> found = all.stream()
                .filter(each -> matches(each, q.strip().toLowerCase(Locale.ROOT)))
                .toList();
        int pages = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
        int current = Math.clamp(page, 1, pages);
        List<RepositoryList.Row> rows = found.stream()
                .skip((current - 1L) * PER_PAGE)
                .limit(PER_PAGE)
                .map(this::row)
                .toList();
        model.addAttribute("list", new RepositoryList(rows, q.strip(), current, pages, found.size(), all.size()));
        return "git/repositories";
    }

    private static boolean matches(HostedRepository repository, String query) {
        return (repository.ref() + " " + repository.description())
                .toLowerCase(Locale.ROOT)
                .contains(query);
    }

    private RepositoryList.Row row(HostedRepository repository) {
        return new RepositoryList.Row(
                repository, host.counts(repository.ref()).getOrDefault(PullRequest.State.OPEN, 0));
    }

    @GetMapping("/repositories/{organisation}/{name}")
    @Access(Permission.VIEW)
    String repository(@PathVariable String organisation, @PathVariable String name, Model model) {
        RepositoryFrame frame = frames.of(organisation, name, "files");
        RepositoryRef ref = frame.ref();
        String main = frame.repository().defaultBranch();
        model.addAttribute("frame", frame);
        Optional<Commit> last = git.resolve(ref, HEADS + main).flatMap(tip -> git.commit(ref, tip));
        if (last.isEmpty()) {
            return "git/empty";
        }
        model.addAttribute("last", last.get());
        model.addAttribute("folder", folders.at(ref, last.get().id(), main, ""));
        model.addAttribute("branches", branches(ref, main));
        model.addAttribute("releases", host.releases(ref).stream().limit(5).toList());
        return "git/repository";
    }

    /** Newest first, the default branch before all; those of Slipway's own pull requests are its business. */
    private List<Branch> branches(RepositoryRef ref, String main) {
        Map<String, Integer> pulls =
                host.pullRequests(PullRequestQuery.of(ref, PullRequest.State.OPEN, PullRequestQuery.MOST)).stream()
                        .collect(Collectors.toMap(
                                PullRequest::sourceBranch, pull -> pull.ref().number(), (one, other) -> one));
        return git.refs(ref).entrySet().stream()
                .filter(each ->
                        each.getKey().startsWith(HEADS) && !each.getKey().startsWith(HEADS + "slipway/"))
                .flatMap(each -> branch(ref, each.getKey().substring(HEADS.length()), each.getValue(), pulls).stream())
                .sorted(Comparator.comparing((Branch each) -> !each.name().equals(main))
                        .thenComparing(each -> each.head().committedAt(), Comparator.reverseOrder()))
                .limit(MOST_BRANCHES)
                .toList();
    }

    private Optional<Branch> branch(RepositoryRef ref, String name, CommitId head, Map<String, Integer> pulls) {
        return git.commit(ref, head).map(commit -> new Branch(name, commit, pulls.get(name)));
    }
}
