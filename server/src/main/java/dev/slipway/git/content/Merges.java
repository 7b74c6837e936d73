package dev.slipway.git.content;

import dev.slipway.git.FileChange;
import dev.slipway.git.FileDifference;
import dev.slipway.git.Merge;
import dev.slipway.kernel.CommitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.NoMergeBaseException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ResolveMerger;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
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
            RevCommit our = walk.parseCommit(Ids.object(ours));
            RevCommit their = walk.parseCommit(Ids.object(theirs));
            List<RevCommit> bases = base == null ? bases(our, their) : List.of(walk.parseCommit(Ids.object(base)));
            if (bases.isEmpty()) {
                return new Result.Conflicts(List.of());
            }
            RevCommit first = bases.getFirst();
            Optional<ObjectId> tree = bases.size() > 1
                    ? Optional.empty()
                    : new TreeMerge(new TreeObjects(walk.getObjectReader(), inserter))
                            .of(first.getTree(), our.getTree(), their.getTree());
            Result result = tree.isPresent() ? new Result.Tree(tree.get()) : byContent(bases, our, their, inserter);
            inserter.flush();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest commits that both have in common. */
    private List<RevCommit> bases(RevCommit ours, RevCommit theirs) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(ours));
            walk.markStart(walk.parseCommit(theirs));
            List<RevCommit> bases = new ArrayList<>();
            for (RevCommit each = walk.next(); each != null; each = walk.next()) {
                bases.add(each);
            }
            return bases;
        }
    }

    /** Looks into files that both have changed; of several bases one is made. */
    private Result byContent(List<RevCommit> bases, RevCommit ours, RevCommit theirs, ObjectInserter inserter)
            throws IOException {
        ResolveMerger merger = (ResolveMerger) MergeStrategy.RECURSIVE.newMerger(git, true);
        merger.setObjectInserter(inserter);
        if (bases.size() == 1) {
            merger.setBase(bases.getFirst());
        }
        try {
            return merger.merge(ours, theirs)
                    ? new Result.Tree(merger.getResultTreeId())
                    : new Result.Conflicts(List.copyOf(merger.getUnmergedPaths()));
        } catch (NoMergeBaseException _) {
            return new Result.Conflicts(List.of());
        } catch (IncorrectObjectTypeException _) {
            // The merger takes a directory, of which both have made a file, for a file.
            return new Result.Conflicts(changedByBoth(bases.getFirst(), ours, theirs));
        }
    }

    private List<String> changedByBoth(RevCommit base, RevCommit ours, RevCommit theirs) {
        Differences differences = new Differences(git);
        CommitId before = Ids.commit(base);
        List<String> both = new ArrayList<>(differences.paths(before, Ids.commit(ours)));
        both.retainAll(differences.paths(before, Ids.commit(theirs)));
        return both;
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
