package dev.slipway.git.web;

import dev.slipway.git.Comment;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitException;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import java.time.Instant;
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

/** Pull requests over REST. */
@RestController
@RequestMapping("/api/v1/repositories/{organisation}/{name}/pulls")
class PullRequestResource {

    private final GitHost host;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    PullRequestResource(GitHost host, RepositoryAccess access, CurrentActor actor) {
        this.host = host;
        this.access = access;
        this.actor = actor;
    }

    /** A pull request as JSON. */
    record PullRequestBody(
            int number,
            String title,
            String body,
            String author,
            String sourceBranch,
            String targetBranch,
            String head,
            String base,
            PullRequest.State state,
            PullRequest.Mergeability mergeability,
            @Nullable String mergedAs,
            Instant openedAt,
            Instant updatedAt,
            List<CommitStatus> statuses) {}

    /** A pull request to be opened. */
    record Opening(
            @Nullable String sourceBranch,
            @Nullable String targetBranch,
            @Nullable String title,
            @Nullable String body) {}

    /** Which head the caller has seen. */
    record Merging(@Nullable String expectedHead) {}

    /** A comment in Markdown. */
    record Saying(@Nullable String markdown) {}

    @GetMapping
    @Access(Permission.VIEW)
    List<PullRequestBody> all(
            @PathVariable String organisation,
            @PathVariable String name,
            @RequestParam(required = false) PullRequest.@Nullable State state) {
        return host.pullRequests(new RepositoryRef(organisation, name), state).stream()
                .map(this::body)
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
        return body(host.open(
                new NewPullRequest(
                        repository,
                        source,
                        Objects.requireNonNullElse(opening.targetBranch(), "main"),
                        title,
                        Objects.requireNonNullElse(opening.body(), "")),
                actor.get()));
    }

    @GetMapping("/{number}")
    @Access(Permission.VIEW)
    PullRequestBody one(@PathVariable String organisation, @PathVariable String name, @PathVariable int number) {
        return body(found(organisation, name, number));
    }

    @PostMapping("/{number}/merge")
    @Access(Permission.VIEW)
    PullRequestBody merge(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            @RequestBody(required = false) @Nullable Merging merging) {
        PullRequest pull = found(organisation, name, number);
        access.requireMerge(actor.get(), pull.ref().repository());
        CommitId expected =
                merging == null || merging.expectedHead() == null ? pull.head() : new CommitId(merging.expectedHead());
        MergeAnswers.require(host.merge(pull.ref(), expected, actor.get()));
        return body(found(organisation, name, number));
    }

    @PostMapping("/{number}/close")
    @Access(Permission.VIEW)
    PullRequestBody close(@PathVariable String organisation, @PathVariable String name, @PathVariable int number) {
        PullRequest pull = found(organisation, name, number);
        access.requireClose(actor.get(), pull);
        host.close(pull.ref(), actor.get());
        return body(found(organisation, name, number));
    }

    @GetMapping("/{number}/comments")
    @Access(Permission.VIEW)
    List<Comment> comments(@PathVariable String organisation, @PathVariable String name, @PathVariable int number) {
        return host.comments(found(organisation, name, number).ref());
    }

    @PostMapping("/{number}/comments")
    @Access(Permission.VIEW)
    @ResponseStatus(HttpStatus.CREATED)
    Comment comment(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            @RequestBody Saying saying) {
        PullRequest pull = found(organisation, name, number);
        access.requirePropose(actor.get(), pull.ref().repository());
        Fields fields = new Fields();
        String markdown = fields.required("markdown", saying.markdown());
        fields.check();
        return host.comment(pull.ref(), null, markdown, actor.get());
    }

    private PullRequest found(String organisation, String name, int number) {
        PullRequestRef ref = new PullRequestRef(new RepositoryRef(organisation, name), number);
        return host.pullRequest(ref)
                .orElseThrow(() ->
                        new GitException(ProblemCode.NOT_FOUND, Problem.of("There is no pull request " + ref + ".")));
    }

    private PullRequestBody body(PullRequest pull) {
        return new PullRequestBody(
                pull.ref().number(),
                pull.title(),
                pull.body(),
                pull.author(),
                pull.sourceBranch(),
                pull.targetBranch(),
                pull.head().value(),
                pull.base().value(),
                pull.state(),
                pull.mergeability(),
                pull.mergedAs() == null ? null : pull.mergedAs().value(),
                pull.openedAt(),
                pull.updatedAt(),
                host.statuses(pull.ref().repository(), pull.head()));
    }
}
