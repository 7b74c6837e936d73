package dev.slipway.services.command;

import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.RegisteredService;
import dev.slipway.services.ConfigurationChange;
import dev.slipway.services.Deletion;
import dev.slipway.services.EnvironmentVariable;
import dev.slipway.services.Services;
import dev.slipway.services.ServicesException;
import dev.slipway.services.configuration.Variables;
import dev.slipway.services.deletion.Deletions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ServiceCommands implements Services {

    private final ServiceLookup lookup;
    private final ConfigurationCommand configuration;
    private final Deletions deletions;
    private final Permissions permissions;

    ServiceCommands(
            ServiceLookup lookup, ConfigurationCommand configuration, Deletions deletions, Permissions permissions) {
        this.lookup = lookup;
        this.configuration = configuration;
        this.deletions = deletions;
        this.permissions = permissions;
    }

    @Override
    public List<RegisteredService> all() {
        return lookup.all();
    }

    @Override
    public RegisteredService get(ServiceName service) {
        return lookup.get(service);
    }

    @Override
    public List<EnvironmentVariable> configuration(ServiceName service, EnvironmentName environment) {
        RegisteredService found = lookup.get(service);
        lookup.problem(environment).ifPresent(problem -> {
            throw new ServicesException(ProblemCode.NOT_FOUND, problem);
        });
        return Variables.read(configuration.main(found.repository()), environment);
    }

    @Override
    public ConfigurationChange changeConfiguration(
            ServiceName name, EnvironmentName environment, String variable, @Nullable String value, Actor actor) {
        RegisteredService service = lookup.get(name);
        permissions.require(actor, Permission.CHANGE_SERVICE, service.team());
        List<Problem> problems = new ArrayList<>(Variables.problems(variable, value));
        lookup.problem(environment).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new ServicesException(ProblemCode.INVALID, problems);
        }
        deletions.find(name).filter(each -> !each.state().ended()).ifPresent(_ -> {
            throw new ServicesException(
                    ProblemCode.CONFLICT, Problem.of("The service \"" + name + "\" is being deleted."));
        });
        return configuration.change(new ConfigurationCommand.Wish(service, environment, variable, value), actor);
    }

    @Override
    public Deletion delete(ServiceName name, String typedName, Actor actor) {
        Optional<Deletion> before = deletions.find(name);
        if (before.filter(each -> each.state() != Deletion.State.FAILED && !succeededBefore(each))
                .isPresent()) {
            permissions.require(actor, Permission.DELETE_SERVICE, before.get().team());
            return before.get();
        }
        RegisteredService service = lookup.get(name);
        permissions.require(actor, Permission.DELETE_SERVICE, service.team());
        if (!typedName.equals(name.value())) {
            throw new ServicesException(
                    ProblemCode.INVALID,
                    Problem.at("confirm", "\"" + typedName + "\" is not the service's name.")
                            .expecting("\"" + name + "\"")
                            .next("Type the name exactly, to be sure that this is the service you mean."));
        }
        return deletions.begin(service, actor);
    }

    /** An earlier service of this name is gone; this is about the one that has its name now. */
    private boolean succeededBefore(Deletion deletion) {
        return deletion.state() == Deletion.State.SUCCEEDED
                && lookup.all().stream().anyMatch(each -> each.name().equals(deletion.service()));
    }

    @Override
    public Optional<Deletion> deletion(ServiceName service) {
        return deletions.find(service);
    }
}
