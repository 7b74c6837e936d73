package dev.slipway.git.content;

import dev.slipway.git.FileChange;
import dev.slipway.git.FileDifference;
import dev.slipway.git.Merge;
import dev.slipway.kernel.CommitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ResolveMerger;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Three-way merges without a work tree. */
final class Merges {

    private final Repository git;

    Merges(Repository git) {
        this.git = git;
    }

    Merge merge(CommitId base, CommitId ours, CommitId theirs) {
        try (RevWalk walk = new RevWalk(git);
                ObjectInserter inserter = git.newObjectInserter()) {
            ResolveMerger merger = (ResolveMerger) MergeStrategy.RESOLVE.newMerger(git, true);
            merger.setObjectInserter(inserter);
            merger.setBase(walk.parseCommit(Ids.object(base)));
            RevCommit onto = walk.parseCommit(Ids.object(ours));
            if (!merger.merge(onto, walk.parseCommit(Ids.object(theirs)))) {
                return new Merge.Conflicting(List.copyOf(merger.getUnmergedPaths()));
            }
            inserter.flush();
            return new Merge.Clean(changes(new Differences(git).between(onto.getTree(), merger.getResultTreeId())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<FileChange> changes(List<FileDifference> differences) {
        return differences.stream()
                .<FileChange>map(each -> each.after() == null
                        ? new FileChange.Remove(each.path())
                        : new FileChange.Put(each.path(), each.after()))
                .toList();
    }
}
