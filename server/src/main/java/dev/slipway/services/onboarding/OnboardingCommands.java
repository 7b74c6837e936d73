package dev.slipway.services.onboarding;

import dev.slipway.audit.Audit;
import dev.slipway.git.GitImports;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.ServiceNames;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.services.Onboarding;
import dev.slipway.services.Onboarding.State;
import dev.slipway.services.OnboardingId;
import dev.slipway.services.OnboardingWish;
import dev.slipway.services.Onboardings;
import dev.slipway.services.ServicesException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes orders; {@link OnboardingReconciliation} carries them out. */
@Component
class OnboardingCommands implements Onboardings {

    private final OnboardingStore store;
    private final Sources sources;
    private final WishCheck check;
    private final GitImports imports;
    private final Inspection inspection;
    private final ServiceNames names;
    private final Platforms platforms;
    private final Permissions permissions;
    private final Audit audit;
    private final Wakeups wakeups;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OnboardingCommands(
            OnboardingStore store,
            Sources sources,
            WishCheck check,
            GitImports imports,
            Inspection inspection,
            ServiceNames names,
            Platforms platforms,
            Permissions permissions,
            Audit audit,
            Wakeups wakeups,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.sources = sources;
        this.check = check;
        this.imports = imports;
        this.inspection = inspection;
        this.names = names;
        this.platforms = platforms;
        this.permissions = permissions;
        this.audit = audit;
        this.wakeups = wakeups;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Onboarding begin(OnboardingWish wish, Actor actor) {
        Sources.Source source = sources.find(wish.source());
        WishCheck.Checked checked = check.check(wish, source, actor);
        ServiceName service = checked.service();
        TeamName team = checked.team();
        if (service == null || team == null || !checked.problems().isEmpty()) {
            throw new ServicesException(ProblemCode.INVALID, checked.problems());
        }
        if (source.url() != null) {
            imports.look(source.url());
        }
        Onboarding onboarding = first(wish, source, service, team, actor);
        try {
            transaction.executeWithoutResult(_ -> {
                names.reserve(service, team);
                store.add(onboarding);
                record(onboarding, actor, "services.onboarding-requested");
                wakeups.wake(OnboardingReconciliation.NAME);
            });
        } catch (DuplicateKeyException _) {
            throw new ServicesException(
                    ProblemCode.CONFLICT,
                    Problem.at("name", "\"" + service + "\" was begun to be brought here just now."));
        }
        return onboarding;
    }

    private Onboarding first(
            OnboardingWish wish, Sources.Source source, ServiceName service, TeamName team, Actor actor) {
        return new Onboarding(
                OnboardingId.random(),
                service,
                team,
                new RepositoryRef(platforms.current().organisation(), service.value()),
                source.origin(),
                source.url(),
                wish,
                actor.account(),
                source.origin() == Onboarding.Origin.HERE ? State.INSPECTING : State.IMPORTING,
                "",
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                clock.instant(),
                null);
    }

    @Override
    public Optional<Onboarding> find(OnboardingId id) {
        return store.find(id);
    }

    @Override
    public List<Onboarding> newest(int limit) {
        return store.newest(limit);
    }

    @Override
    public void propose(OnboardingId id, @Nullable Integer port, @Nullable String health, Actor actor) {
        Onboarding onboarding = own(id, actor);
        if (onboarding.state() != State.REVIEWING) {
            throw new ServicesException(
                    ProblemCode.CONFLICT,
                    Problem.of("There is nothing to look over: \"" + onboarding.service() + "\" is at \""
                            + onboarding.state().label() + "\"."));
        }
        List<Problem> problems = WishCheck.corrections(port, health);
        if (!problems.isEmpty()) {
            throw new ServicesException(ProblemCode.INVALID, problems);
        }
        store.correct(id, corrected(onboarding.wish(), port, health));
        Inspection.Plan plan = inspection.plan(store.find(id).orElseThrow());
        transaction.executeWithoutResult(_ -> {
            store.inspected(id, plan.detection(), plan.files(), plan.kept());
            store.move(onboarding, State.PROPOSING, "", clock.instant());
            record(onboarding, actor, "services.onboarding-proposed");
            wakeups.wake(OnboardingReconciliation.NAME);
        });
    }

    private static OnboardingWish corrected(OnboardingWish wish, @Nullable Integer port, @Nullable String health) {
        return new OnboardingWish(
                wish.source(),
                wish.name(),
                wish.team(),
                wish.description(),
                wish.production(),
                wish.replicas(),
                port == null ? wish.port() : port,
                health == null ? wish.health() : health,
                wish.review());
    }

    @Override
    public void cancel(OnboardingId id, Actor actor) {
        Onboarding onboarding = own(id, actor);
        transaction.executeWithoutResult(_ -> {
            if (store.cancel(id)) {
                record(onboarding, actor, "services.onboarding-cancelled");
                wakeups.wake(OnboardingReconciliation.NAME);
            }
        });
    }

    /** One that the actor may go on with: of a team whose services they may make. */
    private Onboarding own(OnboardingId id, Actor actor) {
        Onboarding onboarding = store.find(id)
                .orElseThrow(() -> new ServicesException(
                        ProblemCode.NOT_FOUND, Problem.of("There is no onboarding \"" + id + "\".")));
        permissions.require(actor, Permission.CREATE_SERVICE, onboarding.team());
        return onboarding;
    }

    private void record(Onboarding onboarding, Actor actor, String what) {
        audit.record(
                actor,
                what,
                "service:" + onboarding.service(),
                Map.of(
                        "team",
                        onboarding.team().value(),
                        "onboarding",
                        onboarding.id().toString()));
    }
}
