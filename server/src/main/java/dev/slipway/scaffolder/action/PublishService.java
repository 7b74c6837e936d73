package dev.slipway.scaffolder.action;

import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.ServiceNames;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.builtin.Schemas;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code publish:slipway}: reserves a service's name and hosts, and makes its repository of the workspace. */
@Component
class PublishService implements Action {

    /** The status that builds report: what does not compile or pass its tests is not merged. */
    private static final String BUILD = "slipway/build";

    private final Publishing publishing;
    private final ServiceNames names;
    private final Platforms platforms;
    private final Permissions permissions;

    PublishService(Publishing publishing, ServiceNames names, Platforms platforms, Permissions permissions) {
        this.publishing = publishing;
        this.names = names;
        this.platforms = platforms;
        this.permissions = permissions;
    }

    @Override
    public String id() {
        return "publish:slipway";
    }

    @Override
    public String description() {
        return "Creates the repository of a service, with the workspace as its first commit";
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.object("*name", "string", "*team", "string", "description", "string");
    }

    @Override
    public Map<String, Object> outputSchema() {
        return KnownActions.outputSchema(id());
    }

    @Override
    public boolean reachesOutside() {
        return true;
    }

    @Override
    public List<InputProblem> check(RunInfo run, Map<String, @Nullable Object> input) {
        List<InputProblem> problems = new ArrayList<>();
        Optional<ServiceName> service = Answers.name(input, "name", Answers::service, problems);
        Optional<TeamName> team = Answers.name(input, "team", Answers::team, problems);
        if (service.isPresent() && team.isPresent()) {
            names.check(service.get(), team.get())
                    .forEach(problem -> problems.add(new InputProblem(field(problem), Answers.sentence(problem))));
        }
        team.filter(name -> platforms.current().team(name).isPresent())
                .filter(name -> !permissions.allows(Actors.of(run), Permission.CREATE_SERVICE, name))
                .ifPresent(name -> problems.add(new InputProblem(
                        "team",
                        "You may not create services for team " + name + ": become one of its members first.")));
        return problems;
    }

    private static String field(Problem problem) {
        return problem.where() == null ? "name" : problem.where();
    }

    @Override
    public String afterAKill() {
        return Publishing.AFTER_A_KILL;
    }

    @Override
    public ActionResult run(ActionContext context) {
        ServiceName service = Answers.service(context.text("name").orElseThrow());
        TeamName team = Answers.team(context.text("team").orElseThrow());
        Actor actor = Actors.of(context.run());
        RepositoryRef repository = new RepositoryRef(platforms.current().organisation(), service.value());
        publishing.claim(context, repository);
        try {
            names.reserve(service, team);
        } catch (ProblemException e) {
            throw new ActionException(
                    e.problems().stream().map(Answers::sentence).collect(Collectors.joining(" ")), e);
        }
        return new ActionResult.Done(publishing.publish(context, repository, Set.of(BUILD), actor));
    }

    @Override
    public void undo(ActionContext context) {
        ServiceName service = Answers.service(context.text("name").orElseThrow());
        RepositoryRef repository = new RepositoryRef(platforms.current().organisation(), service.value());
        if (publishing.holds(context, repository)) {
            publishing.takeBack(context, repository, Actors.of(context.run()));
            names.release(service);
            publishing.release(context, repository);
        }
    }
}
