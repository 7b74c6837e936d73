package dev.slipway.platform.registry;

import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.Suggestions;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PlatformException;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import dev.slipway.platform.ServicesChanged;
import dev.slipway.platform.store.ServiceRegister;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The registry in PostgreSQL; the unique keys of its tables decide between two that come at the same time. */
@Component
class RegisteredNames implements ServiceNames {

    private final Platforms platforms;
    private final ServiceRegister register;
    private final ObjectProvider<GitHost> host;
    private final ApplicationEventPublisher events;

    RegisteredNames(
            Platforms platforms,
            ServiceRegister register,
            ObjectProvider<GitHost> host,
            ApplicationEventPublisher events) {
        this.platforms = platforms;
        this.register = register;
        this.host = host;
        this.events = events;
    }

    @Override
    public List<Problem> check(ServiceName service, TeamName team) {
        List<Problem> problems = registryProblems(service, team);
        if (problems.isEmpty()) {
            host.getObject().repository(repository(service)).ifPresent(other -> problems.add(taken(other)));
        }
        return problems;
    }

    private static Problem taken(HostedRepository other) {
        return Problem.at(
                        "name",
                        other.archived()
                                ? "The archived repository \"" + other.ref()
                                        + "\" keeps this name, so that its history stays where it was."
                                : "There is a repository \"" + other.ref() + "\" already.")
                .next("Choose another name.");
    }

    @Override
    public List<Problem> checkInPlace(ServiceName service, TeamName team) {
        return registryProblems(service, team);
    }

    private List<Problem> registryProblems(ServiceName service, TeamName team) {
        PlatformDefinition definition = platforms.current();
        List<Problem> problems = new ArrayList<>();
        if (definition.team(team).isEmpty()) {
            problems.add(unknownTeam(definition, team));
        }
        problems.addAll(HostRules.problems(definition, service, team));
        register.find(service).ifPresent(other -> problems.add(taken(other)));
        HostRules.hosts(definition, service, team)
                .forEach(name -> register.ownerOf(name)
                        .filter(owner -> !owner.equals(service))
                        .ifPresent(owner -> problems.add(collision(name, owner))));
        return problems;
    }

    private static Problem unknownTeam(PlatformDefinition definition, TeamName team) {
        List<String> known =
                definition.teams().stream().map(each -> each.name().value()).toList();
        Problem problem = Problem.at("team", "There is no team \"" + team + "\".");
        return known.isEmpty()
                ? problem.next("No team exists yet: add teams/" + team + ".yaml to the platform repository.")
                : new Problem(
                        problem.where(),
                        problem.message(),
                        "one of " + String.join(", ", known),
                        Suggestions.didYouMean(team.value(), known).orElse(null));
    }

    private static Problem taken(RegisteredService other) {
        return Problem.at(
                        "name", "The name \"" + other.name() + "\" belongs to a service of team " + other.team() + ".")
                .next("Choose another name.");
    }

    private static Problem collision(String host, ServiceName owner) {
        return Problem.at(
                        "name", "The host \"" + host + "\" would be the same as one of the service \"" + owner + "\".")
                .next("Choose a name that does not end in the name of an environment.");
    }

    @Override
    @Transactional
    public void reserve(ServiceName service, TeamName team) {
        RegisteredService wanted = new RegisteredService(service, team, repository(service));
        if (register.find(service).filter(wanted::equals).isPresent()) {
            return;
        }
        List<Problem> problems = registryProblems(service, team);
        if (!problems.isEmpty()) {
            throw new PlatformException(ProblemCode.CONFLICT, problems);
        }
        try {
            register.add(wanted, HostRules.hosts(platforms.current(), service, team));
        } catch (DuplicateKeyException _) {
            throw new PlatformException(
                    ProblemCode.CONFLICT,
                    Problem.at("name", "The name \"" + service + "\" or one of its hosts was taken just now."));
        }
        events.publishEvent(new ServicesChanged());
    }

    @Override
    @Transactional
    public void release(ServiceName service) {
        if (register.remove(service)) {
            events.publishEvent(new ServicesChanged());
        }
    }

    @Override
    public List<RegisteredService> services() {
        return register.all();
    }

    @Override
    public Optional<RegisteredService> find(ServiceName service) {
        return register.find(service);
    }

    private RepositoryRef repository(ServiceName service) {
        return new RepositoryRef(platforms.current().organisation(), service.value());
    }
}
