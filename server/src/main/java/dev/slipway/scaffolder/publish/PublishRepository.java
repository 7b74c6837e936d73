package dev.slipway.scaffolder.publish;

import dev.slipway.git.RepositorySettings;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolder.action.Publishing;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code publish:github}: a repository with the workspace as its first commit. */
@Component
class PublishRepository extends HostAction {

    private static final String MAIN = "main";
    private static final Set<String> HONOURED = Set.of(
            "repoUrl",
            "description",
            "sourcePath",
            "gitCommitMessage",
            "gitAuthorName",
            "gitAuthorEmail",
            "protectDefaultBranch",
            "requiredStatusCheckContexts",
            "requiredApprovingReviewCount",
            "requireCodeOwnerReviews",
            "dismissStaleReviews",
            "deleteBranchOnMerge",
            "defaultBranch",
            "targetPath");

    private final Publishing publishing;

    PublishRepository(PublishTargets targets, Publishing publishing) {
        super("publish:github", targets);
        this.publishing = publishing;
    }

    @Override
    public List<InputProblem> check(RunInfo run, Map<String, @Nullable Object> input) {
        List<InputProblem> problems = new ArrayList<>(super.check(run, input));
        if (problems.isEmpty() && input.get("repoUrl") != null) {
            PublishTarget target = targets.named(String.valueOf(input.get("repoUrl")));
            if (target.exists()) {
                problems.add(
                        new InputProblem("repoUrl", "There is a repository \"" + target.repository() + "\" already."));
            }
        }
        return problems;
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
        context.text("defaultBranch")
                .filter(branch -> !branch.equals(MAIN))
                .ifPresent(branch -> context.log("The default branch is main here, not " + branch));
        Actor actor = Actors.of(context.run());
        CommitId commit = publishing.publish(context, target.repository(), beginning(context, actor), actor);
        if (context.flag("deleteBranchOnMerge")) {
            target.host().hosting().change(target.repository(), new RepositorySettings(true), actor);
        }
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("remoteUrl", target.remoteUrl());
        outputs.put("repoContentsUrl", target.contentsUrl());
        outputs.put("commitHash", commit.value());
        return new ActionResult.Done(outputs);
    }

    private static Publishing.Beginning beginning(ActionContext context, Actor actor) {
        boolean open = Boolean.FALSE.equals(context.input().get("protectDefaultBranch"));
        return new Publishing.Beginning(
                Inputs.files(context),
                context.text("gitCommitMessage").orElse("initial commit"),
                Inputs.author(context, actor),
                open ? null : Inputs.protection(context, MAIN));
    }

    @Override
    public void undo(ActionContext context) {
        PublishTarget target = named(context);
        if (target != null && publishing.holds(context, target.repository())) {
            publishing.takeBack(context, target.repository(), Actors.of(context.run()));
            publishing.release(context, target.repository());
        }
    }

    private @Nullable PublishTarget named(ActionContext context) {
        try {
            return targets.named(context.text("repoUrl").orElse(""));
        } catch (ActionException _) { // then nothing was made
            return null;
        }
    }
}
