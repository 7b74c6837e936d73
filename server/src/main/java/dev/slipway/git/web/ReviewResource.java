package dev.slipway.git.web;

import dev.slipway.git.GitHost;
import dev.slipway.git.MergeObstacle;
import dev.slipway.git.NewReview;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.git.Review;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.CommitId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reviews of pull requests over REST, and what stands against a merge. */
@RestController
@RequestMapping("/api/v1/repositories/{organisation}/{name}/pulls/{number}")
class ReviewResource {

    private final GitHost host;
    private final PullRequestFinder pulls;
    private final RepositoryAccess access;
    private final CurrentActor actor;

    ReviewResource(GitHost host, PullRequestFinder pulls, RepositoryAccess access, CurrentActor actor) {
        this.host = host;
        this.pulls = pulls;
        this.access = access;
        this.actor = actor;
    }

    /**
     * A review to be written.
     *
     * @param commit the head that was looked at; the present one when it is missing
     */
    record Reviewing(
            Review.@Nullable Verdict verdict,
            @Nullable String commit,
            @Nullable String markdown) {}

    @GetMapping("/reviews")
    @Access(Permission.VIEW)
    List<PullRequestBody.ReviewBody> reviews(
            @PathVariable String organisation, @PathVariable String name, @PathVariable int number) {
        return host.reviews(pulls.find(organisation, name, number).ref()).stream()
                .map(PullRequestBody.ReviewBody::of)
                .toList();
    }

    @PostMapping("/reviews")
    @Access(Permission.VIEW)
    @ResponseStatus(HttpStatus.CREATED)
    PullRequestBody.ReviewBody review(
            @PathVariable String organisation,
            @PathVariable String name,
            @PathVariable int number,
            @RequestBody Reviewing reviewing) {
        PullRequest pull = pulls.find(organisation, name, number);
        access.requirePropose(actor.get(), pull.ref().repository());
        Fields fields = new Fields();
        Review.Verdict verdict = fields.required("verdict", reviewing.verdict());
        fields.check();
        CommitId commit = reviewing.commit() == null ? pull.head() : new CommitId(reviewing.commit());
        String markdown = Objects.requireNonNullElse(reviewing.markdown(), "");
        return PullRequestBody.ReviewBody.of(
                host.review(pull.ref(), new NewReview(verdict, commit, markdown.strip()), actor.get()));
    }

    /** Empty when the caller could merge it now. */
    @GetMapping("/obstacles")
    @Access(Permission.VIEW)
    List<MergeObstacle> obstacles(
            @PathVariable String organisation, @PathVariable String name, @PathVariable int number) {
        return host.obstacles(pulls.find(organisation, name, number), actor.get());
    }
}
