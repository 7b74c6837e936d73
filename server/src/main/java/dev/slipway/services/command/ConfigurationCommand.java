package dev.slipway.services.command;

import dev.slipway.audit.Audit;
import dev.slipway.changes.Change;
import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Intent;
import dev.slipway.changes.Outcome;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.RegisteredService;
import dev.slipway.services.ConfigurationChange;
import dev.slipway.services.ServicesException;
import dev.slipway.services.configuration.VariableChange;
import dev.slipway.services.configuration.Variables;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns another value of a variable into a pull request in the service's repository. */
@Component
class ConfigurationCommand {

    private static final String MAIN = "main";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final GitContent content;
    private final Changes changes;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ConfigurationCommand(GitContent content, Changes changes, Audit audit, TransactionTemplate transaction) {
        this.content = content;
        this.changes = changes;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The tree of main. */
    Snapshot main(RepositoryRef repository) {
        CommitId tip = content.resolve(repository, "refs/heads/" + MAIN)
                .orElseThrow(() -> new ServicesException(
                        ProblemCode.CONFLICT,
                        Problem.of("The repository \"" + repository + "\" has no branch main yet.")
                                .next("Wait until the service is created, then try again.")));
        return content.snapshot(repository, tip);
    }

    ConfigurationChange change(Wish wish, Actor actor) {
        Snapshot main = main(wish.service().repository());
        Optional<VariableChange> planned = Variables.plan(main, wish.environment(), wish.variable(), wish.value());
        if (planned.isEmpty()) {
            return new ConfigurationChange.Unchanged();
        }
        ChangeRequest request =
                request(wish, id(wish, main.commit()), planned.get().before(), actor);
        transaction.executeWithoutResult(_ -> submit(wish, request, actor));
        return outcome(changes.await(request.id(), PATIENCE));
    }

    /** What is wished for. */
    record Wish(
            RegisteredService service,
            EnvironmentName environment,
            String variable,
            @Nullable String value) {

        String title() {
            return value == null
                    ? "Remove " + variable + " from " + environment
                    : "Set " + variable + " in " + environment;
        }
    }

    private void submit(Wish wish, ChangeRequest request, Actor actor) {
        changes.submit(request);
        audit.record(
                actor,
                "services.configuration-proposed",
                "service:" + wish.service().name() + "/" + wish.environment(),
                Map.of("variable", wish.variable(), "change", request.id().toString()));
    }

    /** The same wish on the same commit is the same change, so that a second click makes no second pull request. */
    private ChangeId id(Wish wish, CommitId tip) {
        String key = String.join(
                "\n",
                wish.service().repository().toString(),
                tip.value(),
                wish.environment().value(),
                wish.variable(),
                String.valueOf(wish.value()));
        ChangeId id = new ChangeId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
        return changes.find(id).filter(ConfigurationCommand::isOver).isPresent() ? ChangeId.random() : id;
    }

    /** Its pull request was closed, or it could not be made. */
    private static boolean isOver(Change change) {
        return change.outcome() instanceof Outcome.Refused || change.outcome() instanceof Outcome.Conflict;
    }

    private static ChangeRequest request(Wish wish, ChangeId id, @Nullable String before, Actor actor) {
        return new ChangeRequest(
                id,
                wish.service().repository(),
                MAIN,
                new Intent.SetVariable(wish.environment(), wish.variable(), before, wish.value()),
                "configure",
                wish.service().name(),
                wish.environment(),
                wish.title(),
                "Asked for by " + actor.account() + ". Merged, it is built and moves through the gates as any commit.",
                actor,
                List.of(),
                ChangeRequest.Delivery.PULL_REQUEST_FOR_REVIEW);
    }

    private static ConfigurationChange outcome(Change change) {
        return switch (change.outcome()) {
            case null -> new ConfigurationChange.Pending(change.request().id());
            case Outcome.Proposed proposed ->
                new ConfigurationChange.Proposed(change.request().id(), proposed.pullRequest());
            case Outcome.Committed _ -> new ConfigurationChange.Unchanged();
            case Outcome.Conflict conflict -> throw new ServicesException(ProblemCode.CONFLICT, conflict.problems());
            case Outcome.Refused refused -> throw new ServicesException(ProblemCode.REFUSED, refused.problems());
        };
    }
}
