package dev.slipway.git.content;

import dev.slipway.git.BranchUpdate;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.CommitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Makes commits in memory, and moves a branch to the last of them if nobody has moved it meanwhile. */
final class Pushes {

    private static final String COMMITTER = "Slipway";
    private static final String COMMITTER_EMAIL = "slipway@localhost";

    private final Repository git;

    Pushes(Repository git) {
        this.git = git;
    }

    PushOutcome push(BranchUpdate update) {
        try {
            String branch = Constants.R_HEADS + update.branch();
            ObjectId expected = update.expected() == null ? ObjectId.zeroId() : Ids.object(update.expected());
            List<ObjectId> commits = write(update);
            boolean startsAnew = update.expected() != null && !update.expected().equals(update.base());
            RefUpdate.Result result = new PatientUpdate(git, branch).run(ref -> {
                ref.setExpectedOldObjectId(expected);
                ref.setNewObjectId(commits.getLast());
                ref.setRefLogMessage("slipway", false);
                return startsAnew ? ref.forceUpdate() : ref.update();
            });
            return switch (result) {
                case NEW, FAST_FORWARD, FORCED, NO_CHANGE ->
                    new PushOutcome.Pushed(commits.stream().map(Ids::commit).toList());
                case LOCK_FAILURE, REJECTED -> new PushOutcome.Moved(head(branch));
                default -> new PushOutcome.Refused("Git answered " + result + ".");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable CommitId head(String branch) throws IOException {
        Ref ref = git.exactRef(branch);
        return ref == null ? null : Ids.commit(ref.getObjectId());
    }

    private List<ObjectId> write(BranchUpdate update) throws IOException {
        try (ObjectInserter inserter = git.newObjectInserter();
                ObjectReader reader = inserter.newReader();
                RevWalk walk = new RevWalk(reader)) {
            List<ObjectId> commits = new ArrayList<>();
            ObjectId parent = update.base() == null ? null : Ids.object(update.base());
            ObjectId tree = parent == null ? null : walk.parseCommit(parent).getTree();
            TreeWriter trees = new TreeWriter(reader, inserter);
            for (NewCommit commit : update.commits()) {
                tree = trees.write(tree, commit.changes());
                parent = inserter.insert(builder(commit, parent, tree));
                commits.add(parent);
            }
            inserter.flush();
            return commits;
        }
    }

    private static CommitBuilder builder(NewCommit commit, @Nullable ObjectId parent, ObjectId tree) {
        CommitBuilder builder = new CommitBuilder();
        builder.setTreeId(tree);
        if (parent != null) {
            builder.setParentId(parent);
        }
        Instant now = Instant.now();
        builder.setAuthor(
                new PersonIdent(commit.author().name(), commit.author().email(), now, ZoneOffset.UTC));
        builder.setCommitter(new PersonIdent(COMMITTER, COMMITTER_EMAIL, now, ZoneOffset.UTC));
        builder.setMessage(commit.message());
        return builder;
    }
}
