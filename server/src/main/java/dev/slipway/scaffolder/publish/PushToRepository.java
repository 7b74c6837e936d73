package dev.slipway.scaffolder.publish;

import dev.slipway.git.FileChange;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code github:repo:push}: the workspace as a commit on a branch that nothing protects. */
@Component
class PushToRepository extends HostAction {

    private static final Set<String> HONOURED = Set.of(
            "repoUrl",
            "defaultBranch",
            "sourcePath",
            "gitCommitMessage",
            "gitAuthorName",
            "gitAuthorEmail",
            "protectDefaultBranch",
            "requiredStatusCheckContexts",
            "requireCodeOwnerReviews");

    private final TargetBranches branches;

    PushToRepository(PublishTargets targets, TargetBranches branches) {
        super("github:repo:push", targets);
        this.branches = branches;
    }

    @Override
    public String afterAKill() {
        return "Its commit names the run and the step: one that is on the branch is not made again.";
    }

    @Override
    public ActionResult run(ActionContext context) {
        PublishTarget target = targets.of(context);
        target.requireExists();
        Inputs.sayIgnored(context, HONOURED);
        String branch = branches.of(context, target, "defaultBranch");
        CommitId commit = pushed(context, target, branch);
        if (!Boolean.FALSE.equals(context.input().get("protectDefaultBranch"))) {
            target.host()
                    .hosting()
                    .protect(target.repository(), Inputs.protection(context, branch), Actors.of(context.run()));
            context.log("Protected the branch " + branch + ": changes come by pull request");
        }
        return new ActionResult.Done(Map.of(
                "remoteUrl", target.remoteUrl(),
                "repoContentsUrl", target.contentsUrl(),
                "commitHash", commit.value()));
    }

    private static CommitId pushed(ActionContext context, PublishTarget target, String branch) {
        RunCommits commits = new RunCommits(target, context);
        CommitId head = target.head(branch).orElse(null);
        Optional<CommitId> before = head == null ? Optional.empty() : commits.made(head, null);
        if (before.isPresent()) {
            return before.get();
        }
        if (target.host().hosting().protection(target.repository(), branch).isPresent()) {
            throw new ActionException("The branch \"" + branch + "\" of " + target.repository()
                    + " is protected: propose the change with publish:github:pull-request.");
        }
        List<FileChange> changes = commits.changes(head, Inputs.files(context), List.of());
        Actor actor = Actors.of(context.run());
        String message = context.text("gitCommitMessage").orElse("initial commit");
        return commits.push(branch, head, head, changes, message, Inputs.author(context, actor));
    }
}
