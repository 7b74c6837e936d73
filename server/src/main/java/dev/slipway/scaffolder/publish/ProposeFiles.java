package dev.slipway.scaffolder.publish;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code publish:github:pull-request}: a branch with the workspace's files, and a pull request of it. */
@Component
class ProposeFiles extends HostAction {

    private static final Set<String> HONOURED = Set.of(
            "repoUrl",
            "branchName",
            "title",
            "description",
            "targetBranchName",
            "draft",
            "sourcePath",
            "targetPath",
            "filesToDelete",
            "commitMessage",
            "update",
            "createWhenEmpty",
            "gitAuthorName",
            "gitAuthorEmail",
            "reviewers",
            "teamReviewers");

    private final TargetBranches branches;

    ProposeFiles(PublishTargets targets, TargetBranches branches) {
        super("publish:github:pull-request", targets);
        this.branches = branches;
    }

    @Override
    public String afterAKill() {
        return "Its commit names the run and the step: a branch that has it, and the pull request of that branch, are not made again.";
    }

    @Override
    public ActionResult run(ActionContext context) {
        PublishTarget target = targets.of(context);
        target.requireExists();
        String branch = context.text("branchName").orElseThrow();
        String into = branches.of(context, target, "targetBranchName");
        if (branch.equals(into)) {
            throw new ActionException("branchName and targetBranchName are both \"" + into + "\".");
        }
        Inputs.sayIgnored(context, HONOURED);
        CommitId base = target.head(into)
                .orElseThrow(() -> new ActionException(
                        "The repository " + target.repository() + " has no branch \"" + into + "\"."));
        RunCommits commits = new RunCommits(target, context);
        Optional<PullRequest> before = made(target, context, branch);
        return before.isPresent()
                ? done(target, before.get())
                : pushed(target, commits, branch, base) ? open(target, context, branch, into) : ActionResult.done();
    }

    /** The pull request whose head this step has pushed; also when it is merged or closed by now. */
    private static Optional<PullRequest> made(PublishTarget target, ActionContext context, String branch) {
        RunCommits commits = new RunCommits(target, context);
        return target
                .host()
                .hosting()
                .pullRequests(PullRequestQuery.ofBranch(target.repository(), null, branch))
                .stream()
                .filter(pull -> commits.made(pull.head(), null).isPresent())
                .findFirst();
    }

    /** Whether there is something to propose. */
    private static boolean pushed(PublishTarget target, RunCommits commits, String branch, CommitId base) {
        ActionContext context = commits.context();
        CommitId head = target.head(branch).orElse(null);
        if (head != null && commits.made(head, base).isPresent()) {
            return true;
        }
        if (head != null && !context.flag("update")) {
            throw new ActionException("The repository " + target.repository() + " has a branch \"" + branch
                    + "\" already. Choose another branchName, or set update.");
        }
        Map<String, FileContent> files = Inputs.files(context);
        CommitId onto = head == null ? base : head;
        List<FileChange> changes = commits.changes(onto, files, context.texts("filesToDelete"));
        if (changes.isEmpty() && Boolean.FALSE.equals(context.input().get("createWhenEmpty"))) {
            context.log("Nothing would change: no pull request");
            return false;
        }
        Actor actor = Actors.of(context.run());
        String message = context.text("commitMessage")
                .orElseGet(() -> context.text("title").orElseThrow());
        commits.push(branch, head, onto, changes, message, Inputs.author(context, actor));
        return true;
    }

    private static ActionResult open(PublishTarget target, ActionContext context, String branch, String into) {
        GitHost host = target.host().hosting();
        Actor actor = Actors.of(context.run());
        PullRequest pull = host.open(
                new NewPullRequest(
                        target.repository(),
                        branch,
                        into,
                        context.text("title").orElseThrow(),
                        context.text("description").orElse(""),
                        context.flag("draft")),
                actor);
        context.log("Opened pull request #" + pull.ref().number());
        askForReviews(host, context, pull, actor);
        return done(target, pull);
    }

    /** This host takes reviews from whoever may give them; who is asked stands in a comment. */
    private static void askForReviews(GitHost host, ActionContext context, PullRequest pull, Actor actor) {
        List<String> asked = Stream.concat(context.texts("reviewers").stream(), context.texts("teamReviewers").stream())
                .toList();
        if (!asked.isEmpty()) {
            host.comment(pull.ref(), "slipway:reviewers", "Please review: " + String.join(", ", asked), actor);
        }
    }

    private static ActionResult done(PublishTarget target, PullRequest pull) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("targetBranchName", pull.targetBranch());
        outputs.put("remoteUrl", target.host().pullRequestUrl(pull.ref()));
        outputs.put("pullRequestNumber", (long) pull.ref().number());
        return new ActionResult.Done(outputs);
    }

    /** A branch that was pushed before the process was killed: only that of a pull request can be taken away. */
    private Optional<PullRequest> leftOver(PublishTarget target, ActionContext context, String branch, Actor actor) {
        String into = branches.of(context, target, "targetBranchName");
        return target.head(branch)
                .filter(head -> new RunCommits(target, context)
                        .made(head, target.head(into).orElse(null))
                        .isPresent())
                .map(_ -> target.host()
                        .hosting()
                        .open(new NewPullRequest(target.repository(), branch, into, "Taken back", ""), actor));
    }

    @Override
    public ActionResult dryRun(ActionContext context) {
        context.log("Would propose " + Inputs.files(context).size() + " files to "
                + context.text("repoUrl").orElse("") + " on the branch "
                + context.text("branchName").orElse(""));
        return super.dryRun(context);
    }

    /** Closes the pull request, and takes the branch away, unless others have worked on it. */
    @Override
    public void undo(ActionContext context) {
        PublishTarget target = targets.named(context.text("repoUrl").orElse(""));
        String branch = context.text("branchName").orElse("");
        if (!target.exists()) {
            return;
        }
        Actor actor = Actors.of(context.run());
        made(target, context, branch)
                .or(() -> leftOver(target, context, branch, actor))
                .filter(pull -> pull.state() == PullRequest.State.OPEN)
                .ifPresent(pull -> {
                    if (!new RunCommits(target, context).alone(pull.head(), pull.base())) {
                        context.log(
                                "Pull request #" + pull.ref().number() + " stays: others have worked on its branch");
                        return;
                    }
                    target.host().hosting().close(pull.ref(), actor);
                    target.host().hosting().deleteBranch(pull.ref(), actor);
                    context.log("Closed pull request #" + pull.ref().number() + " again");
                });
    }
}
