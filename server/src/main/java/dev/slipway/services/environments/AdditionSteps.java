package dev.slipway.services.environments;

import dev.slipway.audit.Audit;
import dev.slipway.changes.Change;
import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Outcome;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import dev.slipway.scaffolder.ServiceDeclarations;
import dev.slipway.services.EnvironmentAddition;
import dev.slipway.services.EnvironmentAddition.State;
import dev.slipway.services.ServicesException;
import dev.slipway.services.deletion.Deletions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One step of an addition at a time; each can be taken again after any crash. */
@Component
class AdditionSteps {

    private final AdditionStore store;
    private final Changes changes;
    private final ServiceDeclarations declarations;
    private final ServiceNames names;
    private final Deletions deletions;
    private final Platforms platforms;
    private final GitContent content;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AdditionSteps(
            AdditionStore store,
            Changes changes,
            ServiceDeclarations declarations,
            ServiceNames names,
            Deletions deletions,
            Platforms platforms,
            GitContent content,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.declarations = declarations;
        this.names = names;
        this.deletions = deletions;
        this.platforms = platforms;
        this.content = content;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether it got any further. */
    boolean advance(EnvironmentAddition addition) {
        Optional<RegisteredService> service = names.find(addition.service());
        if (service.isEmpty() || isBeingDeleted(addition)) {
            return fail(addition, "The service \"" + addition.service() + "\" is being deleted.");
        }
        try {
            return switch (addition.state()) {
                case PROPOSING, MERGING -> overlay(addition);
                case DECLARING -> declaration(addition, service.get());
                case SUCCEEDED, FAILED -> false;
            };
        } catch (ProblemException e) {
            if (e.code() == ProblemCode.UNAVAILABLE) {
                return remark(addition, Problem.sentences(e.problems()));
            }
            return fail(addition, Problem.sentences(e.problems()));
        }
    }

    private boolean isBeingDeleted(EnvironmentAddition addition) {
        return deletions
                .find(addition.service())
                .filter(each -> !each.state().ended())
                .isPresent();
    }

    private boolean overlay(EnvironmentAddition addition) {
        return switch (changes.find(addition.overlay()).orElseThrow().outcome()) {
            case null -> remark(addition, "Waits for the writer of its repository.");
            case Outcome.Proposed proposed -> {
                String message = "Waits for pull request " + proposed.pullRequest() + " to be merged.";
                store.remark(addition, message, proposed.pullRequest());
                yield addition.state() == State.PROPOSING
                        && store.move(addition, State.MERGING, message, clock.instant());
            }
            case Outcome.Committed _ -> store.move(addition, State.DECLARING, "", clock.instant());
            case Outcome.Conflict conflict -> fail(addition, Problem.sentences(conflict.problems()));
            case Outcome.Refused refused -> fail(addition, Problem.sentences(refused.problems()));
        };
    }

    private boolean declaration(EnvironmentAddition addition, RegisteredService service) {
        Optional<Change> change = changes.find(addition.declaration());
        if (change.isEmpty()) {
            changes.submit(declare(addition, service));
            return remark(addition, "Waits for the writer of the platform repository.");
        }
        return switch (change.get().outcome()) {
            case null -> remark(addition, "Waits for the writer of the platform repository.");
            case Outcome.Proposed proposed -> {
                store.remark(
                        addition,
                        "Waits for pull request " + proposed.pullRequest() + " to be merged"
                                + (platforms.current().scaffoldsForReview()
                                        ? ": the platform's definition leaves that to people."
                                        : ", which happens when its checks pass."),
                        proposed.pullRequest());
                yield false;
            }
            case Outcome.Committed _ -> succeed(addition);
            case Outcome.Conflict conflict -> fail(addition, Problem.sentences(conflict.problems()));
            case Outcome.Refused refused -> fail(addition, Problem.sentences(refused.problems()));
        };
    }

    /** With main as it is now: somebody may have changed the overlay, or removed it, since it was merged. */
    private ChangeRequest declare(EnvironmentAddition addition, RegisteredService service) {
        CommitId main = content.resolve(service.repository(), "refs/heads/main").orElseThrow();
        Environment environment = declarations.environments(service.name(), main).stream()
                .filter(each -> each.name().equals(addition.environment()))
                .findFirst()
                .orElseThrow(() -> new ServicesException(
                        ProblemCode.CONFLICT,
                        Problem.at(
                                OverlayPlan.kustomization(addition.environment()),
                                "main of " + service.repository() + " has no overlay for " + addition.environment()
                                        + " any more.")));
        return declarations.add(
                addition.declaration(),
                service.name(),
                service.team(),
                environment,
                main,
                AdditionWords.ofDeclaration(addition),
                actor(addition));
    }

    private boolean succeed(EnvironmentAddition addition) {
        return end(addition, State.SUCCEEDED, "", "services.environment-added");
    }

    private boolean fail(EnvironmentAddition addition, String message) {
        return end(addition, State.FAILED, message, "services.environment-failed");
    }

    private boolean end(EnvironmentAddition addition, State state, String message, String what) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!store.move(addition, state, message, clock.instant())) {
                return false;
            }
            audit.record(
                    actor(addition),
                    what,
                    "service:" + addition.service() + "/" + addition.environment(),
                    Map.of("change", addition.overlay().toString()));
            return true;
        }));
    }

    private boolean remark(EnvironmentAddition addition, String message) {
        store.remark(addition, message, null);
        return false;
    }

    private static Actor actor(EnvironmentAddition addition) {
        return new Actor.Automation("services", addition.requestedBy());
    }
}
