package dev.slipway.git.content;

import dev.slipway.git.FileChange;
import dev.slipway.git.FileDifference;
import dev.slipway.git.Merge;
import dev.slipway.kernel.CommitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.NoMergeBaseException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ResolveMerger;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Merges without a work tree. Trees and files that come of it are stored, and nothing leads to them yet. */
final class Merges {

    private final Repository git;

    Merges(Repository git) {
        this.git = git;
    }

    private sealed interface Result {

        record Tree(ObjectId id) implements Result {}

        record Conflicts(List<String> paths) implements Result {}
    }

    /** Two branches; where they have several merge bases, one is made of these first. */
    Merge branches(CommitId ours, CommitId theirs) {
        return told(ours, tried(null, ours, theirs));
    }

    /** The tree that {@link #branches} comes to; empty when they conflict. */
    Optional<ObjectId> tree(CommitId ours, CommitId theirs) {
        return tried(null, ours, theirs) instanceof Result.Tree(ObjectId id) ? Optional.of(id) : Optional.empty();
    }

    /** What is different in {@code theirs} since {@code base}, on top of {@code ours}. */
    Merge since(CommitId base, CommitId ours, CommitId theirs) {
        return told(ours, tried(base, ours, theirs));
    }

    private Result tried(@Nullable CommitId base, CommitId ours, CommitId theirs) {
        try (RevWalk walk = new RevWalk(git);
                ObjectInserter inserter = git.newObjectInserter()) {
            ResolveMerger merger = (ResolveMerger) MergeStrategy.RECURSIVE.newMerger(git, true);
            merger.setObjectInserter(inserter);
            if (base != null) {
                merger.setBase(walk.parseCommit(Ids.object(base)));
            }
            boolean clean = merger.merge(walk.parseCommit(Ids.object(ours)), walk.parseCommit(Ids.object(theirs)));
            boolean unrelated = base == null && merger.getBaseCommitId() == null;
            if (!clean || unrelated) {
                return new Result.Conflicts(List.copyOf(merger.getUnmergedPaths()));
            }
            inserter.flush();
            return new Result.Tree(merger.getResultTreeId());
        } catch (NoMergeBaseException _) {
            return new Result.Conflicts(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Merge told(CommitId ours, Result result) {
        return switch (result) {
            case Result.Tree(ObjectId tree) -> new Merge.Clean(changes(ours, tree));
            case Result.Conflicts(List<String> paths) -> new Merge.Conflicting(paths);
        };
    }

    private List<FileChange> changes(CommitId ours, ObjectId tree) {
        try (RevWalk walk = new RevWalk(git)) {
            ObjectId before = walk.parseCommit(Ids.object(ours)).getTree();
            return new Differences(git)
                    .between(before, tree).stream().map(Merges::change).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChange change(FileDifference difference) {
        return difference.after() == null
                ? new FileChange.Remove(difference.path())
                : new FileChange.Put(difference.path(), difference.after());
    }
}
