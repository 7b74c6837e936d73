package dev.slipway.builds.local;

import dev.slipway.audit.Audit;
import dev.slipway.builds.Build;
import dev.slipway.builds.BuildsException;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import dev.slipway.scheduling.Wakeups;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people may ask of local builds: to stop one, to run one again. */
@Component
public class LocalControl {

    private final BuildStates states;
    private final Workers workers;
    private final Permissions permissions;
    private final ServiceNames services;
    private final Audit audit;
    private final Wakeups wakeups;

    public LocalControl(
            BuildStates states,
            Workers workers,
            Permissions permissions,
            ServiceNames services,
            Audit audit,
            Wakeups wakeups) {
        this.states = states;
        this.workers = workers;
        this.permissions = permissions;
        this.services = services;
        this.audit = audit;
        this.wakeups = wakeups;
    }

    /** Ends it with everything that it started; one that has ended stays as it is. */
    public void cancel(Build build, Actor actor) {
        permissions.require(actor, Permission.CHANGE_SERVICE, team(build));
        if (build.status().finished()) {
            return;
        }
        states.cancel(build, "Cancelled by " + actor.account());
        try {
            workers.interrupt(build.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        record(actor, "build.cancelled", build);
    }

    /** Queues it once more. */
    public void retry(Build build, Actor actor) {
        permissions.require(actor, Permission.CHANGE_SERVICE, team(build));
        if (!states.retry(build)) {
            throw new BuildsException(
                    ProblemCode.CONFLICT,
                    Problem.of("Build " + build.id() + " cannot be run again.")
                            .expecting("a local build that failed, was cancelled, or whose image was removed"));
        }
        record(actor, "build.retried", build);
        wakeups.wake(LocalBuilds.NAME);
    }

    private void record(Actor actor, String action, Build build) {
        audit.record(
                actor,
                action,
                "repository:" + build.repository(),
                Map.of("build", build.id().toString()));
    }

    private @Nullable TeamName team(Build build) {
        return services.services().stream()
                .filter(service -> service.repository().equals(build.repository()))
                .map(RegisteredService::team)
                .findFirst()
                .orElse(null);
    }
}
