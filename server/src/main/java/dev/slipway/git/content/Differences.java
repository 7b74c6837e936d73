package dev.slipway.git.content;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.FileDifference;
import dev.slipway.kernel.CommitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** The files that differ between two trees. */
final class Differences {

    private final Repository git;

    Differences(Repository git) {
        this.git = git;
    }

    List<FileDifference> between(@Nullable CommitId from, CommitId to) {
        try (RevWalk commits = new RevWalk(git)) {
            ObjectId before =
                    from == null ? null : commits.parseCommit(Ids.object(from)).getTree();
            return between(before, commits.parseCommit(Ids.object(to)).getTree());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> paths(CommitId from, CommitId to) {
        try (RevWalk commits = new RevWalk(git);
                TreeWalk walk = new TreeWalk(git)) {
            walk.addTree(commits.parseCommit(Ids.object(from)).getTree());
            walk.addTree(commits.parseCommit(Ids.object(to)).getTree());
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            List<String> paths = new ArrayList<>();
            while (walk.next()) {
                paths.add(walk.getPathString());
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files that differ, and all directories above them; the root is the empty path. */
    Set<String> everyPath(ObjectId beforeTree, ObjectId afterTree) {
        try (TreeWalk walk = new TreeWalk(git)) {
            walk.addTree(beforeTree);
            walk.addTree(afterTree);
            walk.setFilter(TreeFilter.ANY_DIFF);
            Set<String> paths = new TreeSet<>();
            while (walk.next()) {
                paths.add("");
                paths.add(walk.getPathString());
                if (walk.isSubtree()) {
                    walk.enterSubtree();
                }
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<FileDifference> between(@Nullable ObjectId beforeTree, ObjectId afterTree) throws IOException {
        try (TreeWalk walk = new TreeWalk(git)) {
            if (beforeTree == null) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(beforeTree);
            }
            walk.addTree(afterTree);
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            List<FileDifference> differences = new ArrayList<>();
            while (walk.next()) {
                differences.add(new FileDifference(walk.getPathString(), content(walk, 0), content(walk, 1)));
            }
            return differences;
        }
    }

    private @Nullable FileContent content(TreeWalk walk, int side) throws IOException {
        FileMode mode = walk.getFileMode(side);
        if (mode.equals(FileMode.MISSING)) {
            return null;
        }
        byte[] bytes = mode.equals(FileMode.GITLINK)
                ? walk.getObjectId(side).name().getBytes(java.nio.charset.StandardCharsets.US_ASCII)
                : git.open(walk.getObjectId(side)).getBytes();
        return new FileContent(bytes, FileModes.of(mode));
    }
}
