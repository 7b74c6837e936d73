package dev.slipway.scaffolder.publish;

import dev.slipway.kernel.PullRequestRef;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import org.springframework.stereotype.Component;

/** {@code github:issues:label} for pull requests: this host has no issues. Done again it changes nothing. */
@Component
class LabelPullRequest extends HostAction {

    LabelPullRequest(PublishTargets targets) {
        super("github:issues:label", targets);
    }

    @Override
    public String afterAKill() {
        return "It is asked again: a label that is there stays as it is.";
    }

    @Override
    public ActionResult run(ActionContext context) {
        PublishTarget target = targets.of(context);
        int number = context.input().get("number") instanceof Number given ? given.intValue() : 0;
        PullRequestRef pull = number < 1 ? null : new PullRequestRef(target.repository(), number);
        if (pull == null || target.host().hosting().pullRequest(pull).isEmpty()) {
            throw new ActionException("The repository " + target.repository() + " has no pull request #" + number
                    + ". This host has no issues.");
        }
        context.texts("labels").forEach(label -> target.host().hosting().label(pull, label, Actors.of(context.run())));
        context.log("Labelled pull request #" + number + ": " + String.join(", ", context.texts("labels")));
        return ActionResult.done();
    }
}
