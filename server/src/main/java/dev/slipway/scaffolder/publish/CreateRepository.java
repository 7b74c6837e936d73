package dev.slipway.scaffolder.publish;

import dev.slipway.git.RepositorySettings;
import dev.slipway.kernel.Actor;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolder.action.Publishing;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code github:repo:create}: an empty repository. */
@Component
class CreateRepository extends DescribedAction {

    private static final Set<String> HONOURED = Set.of("repoUrl", "description", "deleteBranchOnMerge");

    private final PublishTargets targets;
    private final Publishing publishing;

    CreateRepository(PublishTargets targets, Publishing publishing) {
        super(KnownActions.describe("github:repo:create"));
        this.targets = targets;
        this.publishing = publishing;
    }

    @Override
    public boolean reachesOutside() {
        return true;
    }

    @Override
    public List<InputProblem> check(RunInfo run, Map<String, @Nullable Object> input) {
        return targets.problems(run, input);
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
