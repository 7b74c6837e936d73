package dev.slipway.scaffolder.publish;

import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolder.action.Publishing;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code github:branch-protection:create}. Done again it changes nothing. */
@Component
class ProtectBranch extends HostAction {

    private static final Set<String> HONOURED = Set.of(
            "repoUrl",
            "branch",
            "requiredStatusCheckContexts",
            "requiredApprovingReviewCount",
            "requireCodeOwnerReviews",
            "dismissStaleReviews");

    private final Publishing publishing;
    private final TargetBranches branches;

    ProtectBranch(PublishTargets targets, Publishing publishing, TargetBranches branches) {
        super("github:branch-protection:create", targets);
        this.publishing = publishing;
        this.branches = branches;
    }

    @Override
    public String afterAKill() {
        return "It is asked again: the same protection changes nothing.";
    }

    @Override
    public ActionResult run(ActionContext context) {
        PublishTarget target = targets.of(context);
        target.requireExists();
        if (!publishing.holds(context, target.repository())) {
            targets.requireConfigure(context, target);
        }
        Inputs.sayIgnored(context, HONOURED);
        String branch = branches.of(context, target, "branch");
        target.host()
                .hosting()
                .protect(target.repository(), Inputs.protection(context, branch), Actors.of(context.run()));
        context.log("Protected the branch " + branch);
        return ActionResult.done();
    }
}
