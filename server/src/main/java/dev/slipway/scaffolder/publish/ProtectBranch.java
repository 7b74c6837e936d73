package dev.slipway.scaffolder.publish;

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

/** {@code github:branch-protection:create}. Done again it changes nothing. */
@Component
class ProtectBranch extends DescribedAction {

    private static final Set<String> HONOURED = Set.of(
            "repoUrl",
            "branch",
            "requiredStatusCheckContexts",
            "requiredApprovingReviewCount",
            "requireCodeOwnerReviews",
            "dismissStaleReviews");

    private final PublishTargets targets;
    private final Publishing publishing;

    ProtectBranch(PublishTargets targets, Publishing publishing) {
        super(KnownActions.describe("github:branch-protection:create"));
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
        target.requireExists();
        if (!publishing.holds(context, target.repository())) {
            targets.requireConfigure(context, target);
        }
        Inputs.sayIgnored(context, HONOURED);
        String branch = context.text("branch").orElseGet(target::defaultBranch);
        target.host()
                .hosting()
                .protect(target.repository(), Inputs.protection(context, branch), Actors.of(context.run()));
        context.log("Protected the branch " + branch);
        return ActionResult.done();
    }
}
