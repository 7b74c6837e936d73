package dev.slipway.delivery.web;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.DeliveryException;
import dev.slipway.delivery.LogLine;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Suggestions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runtime operations for whoever may operate the application's team's things. */
@Component
class OperatedApplications {

    private final DeliveryEngine engine;
    private final DesiredState desired;
    private final Permissions permissions;
    private final CurrentActor actor;

    OperatedApplications(DeliveryEngine engine, DesiredState desired, Permissions permissions, CurrentActor actor) {
        this.engine = engine;
        this.desired = desired;
        this.permissions = permissions;
        this.actor = actor;
    }

    ApplicationState state(String application) {
        return engine.state(application).orElseThrow(() -> unknown(application));
    }

    private DeliveryException unknown(String application) {
        List<String> all =
                engine.states().stream().map(ApplicationState::application).toList();
        Problem problem = Problem.of("There is no application \"" + application + "\".");
        return new DeliveryException(
                ProblemCode.NOT_FOUND,
                Suggestions.didYouMean(application, all).map(problem::next).orElse(problem));
    }

    Optional<DesiredApplication> desired(String application) {
        return desired.current().flatMap(all -> all.application(application));
    }

    List<LogLine> logs(String application, @Nullable String pod, int lines) {
        state(application);
        return engine.logs(application, pod, lines);
    }

    void refresh(String application) {
        engine.refresh(state(application).application(), allowed(application));
    }

    void sync(String application) {
        engine.sync(state(application).application(), allowed(application));
    }

    void restart(String application) {
        engine.restart(state(application).application(), allowed(application));
    }

    private Actor allowed(String application) {
        Actor caller = actor.get();
        permissions.require(
                caller,
                Permission.OPERATE,
                desired(application).map(DesiredApplication::team).orElse(null));
        return caller;
    }

    String isolation() {
        return engine.isolation();
    }

    String isolationExplained() {
        return engine.isolationExplained();
    }

    String engine() {
        return engine.name();
    }
}
