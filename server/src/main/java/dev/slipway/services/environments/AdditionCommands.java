package dev.slipway.services.environments;

import dev.slipway.audit.Audit;
import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Intent;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.RegisteredService;
import dev.slipway.scaffolder.Replays;
import dev.slipway.scaffolder.Replays.Replay;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.services.EnvironmentAddition;
import dev.slipway.services.EnvironmentAddition.State;
import dev.slipway.services.EnvironmentAdditions;
import dev.slipway.services.ServicesException;
import dev.slipway.services.command.ServiceLookup;
import dev.slipway.services.deletion.Deletions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes orders, with the first of the two changes; {@link AdditionReconciliation} carries the rest out. */
@Component
class AdditionCommands implements EnvironmentAdditions {

    private static final String MAIN = "main";

    private final AdditionStore store;
    private final ServiceLookup lookup;
    private final Deletions deletions;
    private final Replays replays;
    private final Changes changes;
    private final GitContent content;
    private final DesiredState desired;
    private final Platforms platforms;
    private final Permissions permissions;
    private final Audit audit;
    private final Wakeups wakeups;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AdditionCommands(
            AdditionStore store,
            ServiceLookup lookup,
            Deletions deletions,
            Replays replays,
            Changes changes,
            GitContent content,
            DesiredState desired,
            Platforms platforms,
            Permissions permissions,
            Audit audit,
            Wakeups wakeups,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.lookup = lookup;
        this.deletions = deletions;
        this.replays = replays;
        this.changes = changes;
        this.content = content;
        this.desired = desired;
        this.platforms = platforms;
        this.permissions = permissions;
        this.audit = audit;
        this.wakeups = wakeups;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<EnvironmentName> missing(ServiceName service) {
        return platforms.current().environments().stream()
                .map(Environment::name)
                .filter(environment -> desired.find(service, environment).isEmpty())
                .toList();
    }

    @Override
    public Optional<EnvironmentAddition> find(ServiceName service, EnvironmentName environment) {
        return store.find(service, environment);
    }

    @Override
    public EnvironmentAddition add(ServiceName name, EnvironmentName environment, int replicas, Actor actor) {
        RegisteredService service = lookup.get(name);
        permissions.require(actor, Permission.CREATE_SERVICE, service.team());
        requireValid(environment, replicas);
        Optional<EnvironmentAddition> open =
                store.find(name, environment).filter(each -> !each.state().ended());
        if (open.isPresent()) {
            return open.get();
        }
        requireMissing(name, environment);
        Snapshot main = main(service);
        boolean there = main.isFile(OverlayPlan.kustomization(environment));
        EnvironmentAddition addition = new EnvironmentAddition(
                name,
                environment,
                replicas,
                actor.account(),
                ChangeId.random(),
                ChangeId.random(),
                there ? State.DECLARING : State.PROPOSING,
                "",
                null,
                clock.instant(),
                null);
        begin(addition, there ? null : overlay(addition, service, main, actor), actor);
        return addition;
    }

    private void requireValid(EnvironmentName environment, int replicas) {
        List<Problem> problems = new ArrayList<>();
        lookup.problem(environment).ifPresent(problems::add);
        if (replicas < LEAST_REPLICAS || replicas > MOST_REPLICAS) {
            problems.add(Problem.at("replicas", replicas + " replicas in " + environment + ".")
                    .expecting("from " + LEAST_REPLICAS + " to " + MOST_REPLICAS
                            + ", so that an update or a lost machine interrupts nobody"));
        }
        if (!problems.isEmpty()) {
            throw new ServicesException(ProblemCode.INVALID, problems);
        }
    }

    private void requireMissing(ServiceName service, EnvironmentName environment) {
        deletions.find(service).filter(each -> !each.state().ended()).ifPresent(_ -> {
            throw conflict(Problem.of("The service \"" + service + "\" is being deleted."));
        });
        if (desired.find(service, environment).isPresent()) {
            throw conflict(Problem.at("environment", "\"" + service + "\" is declared in " + environment + " already.")
                    .next("Look at it: /services/" + service + ", or slipway services " + service + "."));
        }
        if (missing(service).size() == platforms.current().environments().size()) {
            throw conflict(Problem.of("The service \"" + service + "\" is declared in no environment yet.")
                    .next("Wait until its pull request in the platform repository is merged, then try again."));
        }
    }

    private Snapshot main(RegisteredService service) {
        CommitId tip = content.resolve(service.repository(), "refs/heads/" + MAIN)
                .orElseThrow(() ->
                        conflict(Problem.of("The repository \"" + service.repository() + "\" has no branch main yet.")
                                .next("Wait until the service is created, then try again.")));
        return content.snapshot(service.repository(), tip);
    }

    private ChangeRequest overlay(EnvironmentAddition addition, RegisteredService service, Snapshot main, Actor actor) {
        EnvironmentName environment = addition.environment();
        Map<String, Object> answers = Map.of(environment.value(), true, "replicas", (long) addition.replicas());
        Replay replay = replays.of(main, answers, actor)
                .orElseThrow(() -> byHand(environment, "Nothing says which template made \"" + service.name() + "\"."));
        OverlayPlan plan = OverlayPlan.of(replay, main);
        if (!plan.makes(environment)) {
            throw byHand(
                    environment,
                    "The template " + replay.template() + " that made \"" + service.name() + "\" has no overlay for "
                            + environment + ".");
        }
        return new ChangeRequest(
                addition.overlay(),
                service.repository(),
                MAIN,
                new Intent.AddFiles(plan.files()),
                "environment",
                service.name(),
                environment,
                AdditionWords.title(addition),
                AdditionWords.ofOverlay(addition, replay, plan),
                actor,
                List.of(),
                ChangeRequest.Delivery.PULL_REQUEST_FOR_REVIEW);
    }

    private void begin(EnvironmentAddition addition, @Nullable ChangeRequest overlay, Actor actor) {
        try {
            transaction.executeWithoutResult(_ -> {
                store.add(addition);
                if (overlay != null) {
                    changes.submit(overlay);
                }
                audit.record(
                        actor,
                        "services.environment-requested",
                        "service:" + addition.service() + "/" + addition.environment(),
                        Map.of(
                                "replicas",
                                String.valueOf(addition.replicas()),
                                "change",
                                addition.overlay().toString()));
                wakeups.wake(AdditionReconciliation.NAME);
            });
        } catch (DuplicateKeyException _) {
            throw conflict(Problem.of(addition.environment() + " was begun to be added to \"" + addition.service()
                    + "\" just now; look at it first."));
        }
    }

    private static ServicesException byHand(EnvironmentName environment, String why) {
        return conflict(Problem.at("environment", why)
                .expecting("the overlay " + OverlayPlan.kustomization(environment) + " on main of its repository")
                .next(
                        "Write it, for example after the one of another environment, merge it, and ask again: then only the"
                                + " declaration is left to be made."));
    }

    private static ServicesException conflict(Problem problem) {
        return new ServicesException(ProblemCode.CONFLICT, problem);
    }
}
