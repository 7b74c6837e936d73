package dev.slipway.scaffolder.publish;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commits that a step makes. They carry its key, by which a step that was killed finds them again. */
record RunCommits(PublishTarget target, ActionContext context) {

    private static final String TRAILER = "Slipway-Step: ";
    private static final String WRITERS_BRANCHES = "slipway/";
    private static final int MOST = 200;

    /** The step's commit on a branch, among those that are not on the other one. */
    Optional<CommitId> made(CommitId tip, @Nullable CommitId notFrom) {
        Optional<CommitId> made = commits(tip, notFrom).stream()
                .filter(this::isOwn)
                .map(Commit::id)
                .findFirst();
        // A crash may have come before.
        made.ifPresent(this::attribute);
        return made;
    }

    private void attribute(CommitId commit) {
        target.host().hosting().attribute(target.repository(), List.of(commit), Actors.of(context.run()));
    }

    /** Whether nobody else has committed to the branch since it left the other one. */
    boolean alone(CommitId tip, @Nullable CommitId notFrom) {
        return commits(tip, notFrom).stream().allMatch(this::isOwn);
    }

    private List<Commit> commits(CommitId tip, @Nullable CommitId notFrom) {
        return target.host().content().log(target.repository(), tip, notFrom, null, MOST);
    }

    private boolean isOwn(Commit commit) {
        return commit.message().lines().anyMatch(line -> line.equals(TRAILER + context.key()));
    }

    /** What has to change for these files to be there, and those to be gone. */
    List<FileChange> changes(@Nullable CommitId base, Map<String, FileContent> files, List<String> gone) {
        Snapshot before = base == null ? null : target.host().content().snapshot(target.repository(), base);
        List<FileChange> changes = new ArrayList<>();
        files.forEach((path, content) -> {
            if (before == null || !content.equals(content(before, path))) {
                changes.add(new FileChange.Put(path, content));
            }
        });
        gone.stream()
                .map(path -> Inputs.path(path, "filesToDelete: \"" + path + "\" leads out."))
                .filter(path ->
                        before != null && !path.isEmpty() && before.entry(path).isPresent())
                .forEach(path -> changes.add(new FileChange.Remove(path)));
        return changes;
    }

    private static @Nullable FileContent content(Snapshot before, String path) {
        return before.entry(path)
                .filter(entry -> entry.isFile())
                .map(entry -> new FileContent(before.read(path), entry.mode()))
                .orElse(null);
    }

    /** Pushes one commit; answers it. */
    CommitId push(
            String branch,
            @Nullable CommitId expected,
            @Nullable CommitId base,
            List<FileChange> changes,
            String message,
            Commit.Person author) {
        if (branch.startsWith(WRITERS_BRANCHES)) {
            throw new ActionException(
                    "The branch \"" + branch + "\" is for Slipway alone. Choose a name that is not below slipway/.");
        }
        NewCommit commit = new NewCommit(changes, message.strip() + "\n\n" + TRAILER + context.key() + "\n", author);
        BranchUpdate update = new BranchUpdate(branch, expected, base, List.of(commit));
        return switch (target.host().content().push(target.repository(), update)) {
            case PushOutcome.Pushed pushed -> {
                attribute(pushed.commits().getLast());
                context.log("Pushed " + changes.size() + " changed files to " + branch + " as "
                        + pushed.commits().getLast().brief());
                yield pushed.commits().getLast();
            }
            case PushOutcome.Moved _ ->
                throw new ActionException(
                        "Somebody pushed to the branch \"" + branch + "\" at the same time. Run it again.");
            case PushOutcome.Refused refused -> throw new ActionException(refused.reason());
        };
    }
}
