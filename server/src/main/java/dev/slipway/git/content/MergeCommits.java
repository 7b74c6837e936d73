package dev.slipway.git.content;

import dev.slipway.git.Commit;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ResolveMerger;
import org.eclipse.jgit.revwalk.RevWalk;
import org.springframework.stereotype.Component;

/** Merges one commit into a branch with a merge commit, and makes tags. */
@Component
public class MergeCommits {

    private final Repositories repositories;

    MergeCommits(Repositories repositories) {
        this.repositories = repositories;
    }

    /**
     * The merge commit; empty when the branch has moved or the merge conflicts.
     *
     * @param target the head that the branch must have
     */
    public Optional<CommitId> merge(
            RepositoryRef repository,
            String branch,
            CommitId target,
            CommitId head,
            String message,
            Commit.Person author) {
        Repository git = repositories.get(repository);
        try (RevWalk walk = new RevWalk(git);
                ObjectInserter inserter = git.newObjectInserter()) {
            ResolveMerger merger = (ResolveMerger) MergeStrategy.RECURSIVE.newMerger(git, true);
            merger.setObjectInserter(inserter);
            if (!merger.merge(walk.parseCommit(Ids.object(target)), walk.parseCommit(Ids.object(head)))) {
                return Optional.empty();
            }
            ObjectId commit = inserter.insert(builder(merger.getResultTreeId(), target, head, message, author));
            inserter.flush();
            RefUpdate ref = git.updateRef(Constants.R_HEADS + branch);
            ref.setExpectedOldObjectId(Ids.object(target));
            ref.setNewObjectId(commit);
            ref.setRefLogMessage("merge", false);
            return ref.update() == RefUpdate.Result.FAST_FORWARD ? Optional.of(Ids.commit(commit)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommitBuilder builder(
            ObjectId tree, CommitId target, CommitId head, String message, Commit.Person author) {
        CommitBuilder builder = new CommitBuilder();
        builder.setTreeId(tree);
        builder.setParentIds(Ids.object(target), Ids.object(head));
        PersonIdent person = new PersonIdent(author.name(), author.email(), Instant.now(), ZoneOffset.UTC);
        builder.setAuthor(person);
        builder.setCommitter(person);
        builder.setMessage(message);
        return builder;
    }

    /** Whether the tag is on this commit now; false when it is on another one. */
    public boolean tag(RepositoryRef repository, String tag, CommitId commit) {
        Repository git = repositories.get(repository);
        try {
            RefUpdate ref = git.updateRef(Constants.R_TAGS + tag);
            ref.setExpectedOldObjectId(ObjectId.zeroId());
            ref.setNewObjectId(Ids.object(commit));
            RefUpdate.Result result = ref.update();
            return result == RefUpdate.Result.NEW
                    || Ids.object(commit)
                            .equals(git.exactRef(Constants.R_TAGS + tag).getObjectId());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
