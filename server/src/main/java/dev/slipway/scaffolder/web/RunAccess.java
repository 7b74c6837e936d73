package dev.slipway.scaffolder.web;

import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.RunId;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.TemplateRun;
import dev.slipway.scaffolder.TemplateRuns;
import org.springframework.stereotype.Component;

/** Finds a run by the id in an address. */
@Component
public class RunAccess {

    private final TemplateRuns runs;
    private final Permissions permissions;
    private final CurrentActor actor;

    RunAccess(TemplateRuns runs, Permissions permissions, CurrentActor actor) {
        this.runs = runs;
        this.permissions = permissions;
        this.actor = actor;
    }

    /** @throws ScaffolderException with NOT_FOUND */
    public TemplateRun get(String id) {
        try {
            return runs.find(RunId.parse(id)).orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException _) {
            throw unknown(id);
        }
    }

    private static ScaffolderException unknown(String id) {
        return new ScaffolderException(ProblemCode.NOT_FOUND, Problem.of("There is no run \"" + id + "\"."));
    }

    /** A run that the caller may stop and try again: their own, or any for who manages the platform. */
    public TemplateRun own(String id) {
        TemplateRun run = get(id);
        Actor caller = actor.get();
        if (!run.account().equals(caller.account())) {
            permissions.require(caller, Permission.MANAGE_PLATFORM, null);
        }
        return run;
    }

    /** Whether the caller may do so. */
    boolean mayChange(TemplateRun run) {
        Actor caller = actor.get();
        return run.account().equals(caller.account()) || permissions.allows(caller, Permission.MANAGE_PLATFORM, null);
    }
}
