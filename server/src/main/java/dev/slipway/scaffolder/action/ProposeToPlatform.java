package dev.slipway.scaffolder.action;

import dev.slipway.changes.Change;
import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Outcome;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Platforms;
import dev.slipway.scaffolder.ServiceDeclarations;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.builtin.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code slipway:platform:pull-request}: declares a service in every environment that its repository has an overlay for, by
 * one pull request in the platform repository that merges itself when its checks pass.
 */
@Component
class ProposeToPlatform implements Action {

    private final Changes changes;
    private final GitHost host;
    private final ServiceDeclarations declarations;
    private final Platforms platforms;

    ProposeToPlatform(Changes changes, GitHost host, ServiceDeclarations declarations, Platforms platforms) {
        this.changes = changes;
        this.host = host;
        this.declarations = declarations;
        this.platforms = platforms;
    }

    @Override
    public String id() {
        return "slipway:platform:pull-request";
    }

    @Override
    public String description() {
        return "Declares a service in the platform repository";
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.object("*service", "string", "*team", "string", "*commit", "string");
    }

    @Override
    public boolean reachesOutside() {
        return true;
    }

    @Override
    public String afterAKill() {
        return "Its change has an id of the run and the step: one that is there is waited for, and not asked for again.";
    }

    @Override
    public ActionResult run(ActionContext context) {
        ChangeId id = id(context, "declare");
        Optional<Change> change = changes.find(id);
        if (change.isEmpty()) {
            changes.submit(request(context, id));
            return new ActionResult.Waiting("The platform's part is being written");
        }
        return switch (change.get().outcome()) {
            case null -> new ActionResult.Waiting("The platform's part is being written");
            case Outcome.Proposed proposed ->
                new ActionResult.Waiting("Pull request #"
                        + proposed.pullRequest().number() + " of the platform repository is not merged yet");
            case Outcome.Committed committed -> new ActionResult.Done(outputs(context, id, committed));
            case Outcome.Conflict conflict -> throw new ActionException(sentences(conflict.problems()));
            case Outcome.Refused refused -> throw new ActionException(sentences(refused.problems()));
        };
    }

    /** The same for the same run, so that submitting again changes nothing. */
    private static ChangeId id(ActionContext context, String what) {
        String name = context.key() + "/" + what;
        return new ChangeId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private ChangeRequest request(ActionContext context, ChangeId id) {
        ServiceName service = Answers.service(context.text("service").orElseThrow());
        ChangeRequest request = declarations.declare(
                id,
                service,
                Answers.team(context.text("team").orElseThrow()),
                new CommitId(context.text("commit").orElseThrow()),
                "Made by the template " + context.run().template() + ". Nothing runs before the first Release.",
                Actors.of(context.run()),
                platforms.current().scaffoldsForReview()
                        ? ChangeRequest.Delivery.PULL_REQUEST_FOR_REVIEW
                        : ChangeRequest.Delivery.PULL_REQUEST_MERGED_ON_GREEN);
        context.log(request.title());
        return request;
    }

    private Map<String, @Nullable Object> outputs(ActionContext context, ChangeId id, Outcome.Committed committed) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("commitHash", committed.commit().value());
        pullRequest(id).ifPresent(pullRequest -> {
            outputs.put("pullRequestNumber", (long) pullRequest.ref().number());
            outputs.put(
                    "pullRequestUrl",
                    "/repositories/" + pullRequest.ref().repository() + "/pulls/"
                            + pullRequest.ref().number());
            context.log("Merged pull request #" + pullRequest.ref().number());
        });
        return outputs;
    }

    private Optional<PullRequest> pullRequest(ChangeId id) {
        return host
                .pullRequests(PullRequestQuery.ofBranch(platforms.current().repository(), null, "slipway/change/" + id))
                .stream()
                .findFirst();
    }

    private static String sentences(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    /** Closes the pull request, or removes what it brought. */
    @Override
    public void undo(ActionContext context) {
        switch (changes.find(id(context, "declare")).map(Change::outcome).orElse(null)) {
            case Outcome.Proposed proposed -> host.close(proposed.pullRequest(), Actors.of(context.run()));
            case Outcome.Committed _ -> changes.submit(removal(context));
            case Outcome.Conflict _, Outcome.Refused _ -> {}
            case null -> {}
        }
    }

    private ChangeRequest removal(ActionContext context) {
        return declarations.takeBack(
                id(context, "take back"),
                Answers.service(context.text("service").orElseThrow()),
                "A later step of the template failed.",
                Actors.of(context.run()));
    }
}
