package dev.slipway.git.web;

import dev.slipway.git.Comment;
import dev.slipway.git.GitHost;
import dev.slipway.git.MergeMethod;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pull requests over REST. The list is a page, newest first; {@code before=<number>} pages on. */
@RestController
@RequestMapping("/api/v1/repositories/{organisation}/{name}/pulls")
class PullRequestResource {

    private final GitHost host;
    private final PullRequestFinder pulls;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    PullRequestResource(GitHost host, PullRequestFinder pulls, RepositoryAccess access, CurrentActor actor) {
        this.host = host;
        this.pulls = pulls;
        this.access = access;
        this.actor = actor;
    }

    /** A pull request to be opened. */
    record Opening(
            @Nullable String sourceBranch,
            @Nullable String targetBranch,
            @Nullable String title,
            @Nullable String body,
            @Nullable Boolean draft) {}

    /** Which head the caller has seen, and how it is to be merged. */
    record Merging(@Nullable String expectedHead, @Nullable MergeMethod method) {}

    /** A comment in Markdown. */
    record Saying(@Nullable String markdown) {}

    @GetMapping
    @Access(Permission.VIEW)
    List<PullRequestBody> all(
            @PathVariable String organisation,
            @PathVariable String name,
            @RequestParam(required = false) PullRequest.@Nullable State state,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable String branch,
            @RequestParam(required = false) @Nullable Integer before,
            @RequestParam(defaultValue = "50") int limit) {
        RepositoryRef repository = new RepositoryRef(organisation, name);
        return host.pullRequests(new PullRequestQuery(repository, state, branch, author, label, before, limit)).stream()
                .map(pulls::body)
                .toList();
    }

    @PostMapping
    @Access(Permission.VIEW)
    @ResponseStatus(HttpStatus.CREATED)
    PullRequestBody open(@PathVariable String organisation, @PathVariable String name, @RequestBody Opening opening) {
        RepositoryRef repository = new RepositoryRef(organisation, name);
        access.requirePropose(actor.get(), repository);
        Fields fields = new Fields();
        String source = fields.required("sourceBranch", opening.sourceBranch());
        String title = fields.required("title", opening.title());
        fields.check();
        return pulls.body(host.open(
                new NewPullRequest(
                        repository,
                        source,
                        Objects.requireNonNullElse(opening.targetBranch(), "main"),
                        title,
                        Objects.requireNonNullElse(opening.body(), ""),
                        Boolean.TRUE.equals(opening.draft())),
                actor.get()));
    }

    @GetMapping("/{number}")
    @Access(Permission.VIEW)
    PullRequestBody one(@PathVariable String organisation, @PathVariable String name, @PathVariable int number) {
        return pulls.body(pulls.find(organisation, name, number));
    }

    @PostMapping("/{number}/merge")
    @Access(Permission.VIEW)
    PullRequestBody merge(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            @RequestBody(required = false) @Nullable Merging merging) {
        PullRequest pull = pulls.find(organisation, name, number);
        access.requireMerge(actor.get(), pull.ref().repository());
        CommitId expected =
                merging == null || merging.expectedHead() == null ? pull.head() : new CommitId(merging.expectedHead());
        MergeMethod method = merging == null || merging.method() == null ? MergeMethod.MERGE : merging.method();
        MergeAnswers.require(host.merge(pull.ref(), expected, method, actor.get()));
        return pulls.body(pulls.find(organisation, name, number));
    }

    @GetMapping("/{number}/comments")
    @Access(Permission.VIEW)
    List<Comment> comments(@PathVariable String organisation, @PathVariable String name, @PathVariable int number) {
        return host.comments(pulls.find(organisation, name, number).ref());
    }

    @PostMapping("/{number}/comments")
    @Access(Permission.VIEW)
    @ResponseStatus(HttpStatus.CREATED)
    Comment comment(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            @RequestBody Saying saying) {
        PullRequest pull = pulls.find(organisation, name, number);
        access.requirePropose(actor.get(), pull.ref().repository());
        Fields fields = new Fields();
        String markdown = fields.required("markdown", saying.markdown());
        fields.check();
        return host.comment(pull.ref(), null, markdown, actor.get());
    }
}
