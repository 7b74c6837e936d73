package dev.slipway.scaffolder.publish;

import dev.slipway.git.RepositorySettings;
import dev.slipway.kernel.Actor;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolder.action.Publishing;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code github:repo:create}: an empty repository. */
@Component
class CreateRepository extends HostAction {

    private static final Set<String> HONOURED = Set.of("repoUrl", "description", "deleteBranchOnMerge");

    private final Publishing publishing;

    CreateRepository(PublishTargets targets, Publishing publishing) {
        super("github:repo:create", targets);
        this.publishing = publishing;
    }

    @Override
    public String afterAKill() {
        return Publishing.AFTER_A_KILL;
    }

    @Override
    public ActionResult run(ActionContext context) {
        PublishTarget target = targets.of(context);
        publishing.claim(context, target.repository());
        Inputs.sayIgnored(context, HONOURED);
        Actor actor = Actors.of(context.run());
        publishing.create(context, target.repository(), actor);
        if (context.flag("deleteBranchOnMerge")) {
            target.host().hosting().change(target.repository(), new RepositorySettings(true), actor);
        }
        return new ActionResult.Done(Map.of(
                "remoteUrl", target.remoteUrl(),
                "repoContentsUrl", target.contentsUrl()));
    }

    @Override
    public void undo(ActionContext context) {
        PublishTarget target = targets.named(context.text("repoUrl").orElse(""));
        if (publishing.holds(context, target.repository())) {
            publishing.takeBack(context, target.repository(), Actors.of(context.run()));
            publishing.release(context, target.repository());
        }
    }
}
