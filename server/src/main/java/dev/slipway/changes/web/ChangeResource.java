package dev.slipway.changes.web;

import dev.slipway.changes.Change;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Outcome;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What became of a change. */
@RestController
class ChangeResource {

    private final Changes changes;

    ChangeResource(Changes changes) {
        this.changes = changes;
    }

    /**
     * A change as JSON.
     *
     * @param state PENDING, PROPOSED, COMMITTED, CONFLICT or REFUSED
     */
    record ChangeBody(
            String id,
            String repository,
            String branch,
            String kind,
            String title,
            String requestedBy,
            String state,
            @Nullable String commit,
            @Nullable Integer pullRequest,
            List<Problem> problems,
            Instant submittedAt,
            @Nullable Instant settledAt) {}

    /** The parts of a body that the outcome decides. */
    private record Result(
            String state, @Nullable String commit, @Nullable Integer pullRequest, List<Problem> problems) {}

    @GetMapping("/api/v1/changes/{id}")
    @Access(Permission.VIEW)
    ChangeBody change(@PathVariable UUID id) {
        return changes.find(new ChangeId(id))
                .map(ChangeResource::body)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no change \"" + id + "\"."));
    }

    private static ChangeBody body(Change change) {
        Result result = result(change.outcome());
        return new ChangeBody(
                change.request().id().toString(),
                change.request().repository().toString(),
                change.request().branch(),
                change.request().kind(),
                change.request().title(),
                change.request().actor().account(),
                result.state(),
                result.commit(),
                result.pullRequest(),
                result.problems(),
                change.submittedAt(),
                change.settledAt());
    }

    private static Result result(@Nullable Outcome outcome) {
        return switch (outcome) {
            case null -> new Result("PENDING", null, null, List.of());
            case Outcome.Committed done -> new Result("COMMITTED", done.commit().value(), null, List.of());
            case Outcome.Proposed proposed ->
                new Result("PROPOSED", null, proposed.pullRequest().number(), List.of());
            case Outcome.Conflict conflict -> new Result("CONFLICT", null, null, conflict.problems());
            case Outcome.Refused refused -> new Result("REFUSED", null, null, refused.problems());
        };
    }
}
