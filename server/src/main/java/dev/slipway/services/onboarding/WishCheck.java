package dev.slipway.services.onboarding;

import dev.slipway.git.RepositoryAccess;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.ServiceNames;
import dev.slipway.services.Onboarding;
import dev.slipway.services.OnboardingWish;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects everything that stands against a wish. */
@Component
class WishCheck {

    private static final int LEAST_REPLICAS = 2;
    private static final int MOST_REPLICAS = 20;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final String PATH = "/[A-Za-z0-9._~/-]{0,200}";

    private final Platforms platforms;
    private final ServiceNames names;
    private final Permissions permissions;
    private final RepositoryAccess access;
    private final OnboardingStore store;

    WishCheck(
            Platforms platforms,
            ServiceNames names,
            Permissions permissions,
            RepositoryAccess access,
            OnboardingStore store) {
        this.platforms = platforms;
        this.names = names;
        this.permissions = permissions;
        this.access = access;
        this.store = store;
    }

    /** A wish with its names; null where they cannot be. */
    record Checked(@Nullable ServiceName service, @Nullable TeamName team, List<Problem> problems) {}

    Checked check(OnboardingWish wish, Sources.Source source, Actor actor) {
        List<Problem> problems = new ArrayList<>(source.problems());
        problems.addAll(numbers(wish));
        TeamName team = name("team", wish.team().replaceFirst("^group:default/", ""), TeamName::new, problems);
        String asked = wish.name() == null || wish.name().isBlank()
                ? source.name()
                : wish.name().strip();
        ServiceName service = name("name", asked, ServiceName::new, problems);
        if (service != null && team != null) {
            boolean here = source.origin() == Onboarding.Origin.HERE;
            problems.addAll(registry(service, team, here && source.problems().isEmpty()));
            if (here && source.problems().isEmpty()) {
                problems.addAll(inPlace(service, team, source, actor));
            }
        }
        if (team != null
                && platforms.current().team(team).isPresent()
                && !permissions.allows(actor, Permission.CREATE_SERVICE, team)) {
            problems.add(Problem.at("team", "You may not bring services to team " + team + ".")
                    .next("Become one of its members first."));
        }
        return new Checked(service, team, problems);
    }

    private List<Problem> registry(ServiceName service, TeamName team, boolean here) {
        return store.open(service)
                .map(open -> List.of(Problem.at("name", "\"" + service + "\" is being brought here already.")
                        .next("See /onboard/" + open.id() + ".")))
                .orElseGet(() -> here ? names.checkInPlace(service, team) : names.check(service, team));
    }

    /** A repository that belongs to no team is given to one only by who may merge into it, or to the team that brought it. */
    private List<Problem> inPlace(ServiceName service, TeamName team, Sources.Source source, Actor actor) {
        RepositoryRef repository = new RepositoryRef(platforms.current().organisation(), source.name());
        List<Problem> problems = new ArrayList<>();
        if (!service.value().equals(source.name())) {
            problems.add(Problem.at("name", "A service has its repository's name, \"" + source.name() + "\".")
                    .next("Leave the name out."));
        }
        if (!store.broughtBy(repository, team) && !access.mayMerge(actor, repository)) {
            problems.add(
                    Problem.at("source", "\"" + repository + "\" belongs to no team, and you may not merge into it.")
                            .next("Ask a platform engineer to onboard it for team " + team + "."));
        }
        return problems;
    }

    private static List<Problem> numbers(OnboardingWish wish) {
        List<Problem> problems = new ArrayList<>();
        if (wish.production() && (wish.replicas() < LEAST_REPLICAS || wish.replicas() > MOST_REPLICAS)) {
            problems.add(Problem.at("replicas", wish.replicas() + " replicas in production.")
                    .expecting("from " + LEAST_REPLICAS + " to " + MOST_REPLICAS
                            + ", so that an update or a lost machine interrupts nobody"));
        }
        if (wish.description().length() > LONGEST_DESCRIPTION) {
            problems.add(Problem.at("description", "The description is too long.")
                    .expecting("at most " + LONGEST_DESCRIPTION + " characters"));
        }
        problems.addAll(corrections(wish.port(), wish.health()));
        return problems;
    }

    static List<Problem> corrections(@Nullable Integer port, @Nullable String health) {
        List<Problem> problems = new ArrayList<>();
        if (port != null && (port < 1 || port > HIGHEST_PORT)) {
            problems.add(Problem.at("port", port + " is no port.").expecting("from 1 to " + HIGHEST_PORT));
        }
        if (health != null && !health.matches(PATH)) {
            problems.add(Problem.at("health", "\"" + health + "\" is no path.").expecting("such as /health"));
        }
        return problems;
    }

    private static <T> @Nullable T name(String field, String text, Function<String, T> type, List<Problem> problems) {
        if (text.isBlank()) {
            problems.add(Problem.at(field, "Please say the " + (field.equals("name") ? "service's name." : "team.")));
            return null;
        }
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at(field, String.valueOf(e.getMessage())));
            return null;
        }
    }
}
