package dev.slipway.git.content;

import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** The tree of a commit, read when it is asked for. */
final class CommitTree implements Snapshot {

    private static final int LARGEST_FILE = 64 << 20;

    private final RepositoryRef repository;
    private final CommitId commit;
    private final Repository git;
    private final ObjectId root;

    CommitTree(RepositoryRef repository, CommitId commit, Repository git, ObjectId root) {
        this.repository = repository;
        this.commit = commit;
        this.git = git;
        this.root = root;
    }

    /** An entry with Git's id of its content. */
    private record Found(TreeEntry entry, ObjectId id) {}

    @Override
    public RepositoryRef repository() {
        return repository;
    }

    @Override
    public CommitId commit() {
        return commit;
    }

    @Override
    public Optional<TreeEntry> entry(String path) {
        return Optional.ofNullable(find(path)).map(Found::entry);
    }

    @Override
    public Optional<String> objectId(String path) {
        return Optional.ofNullable(find(path)).map(found -> found.id().name());
    }

    @Override
    public List<TreeEntry> list(String directory) {
        Found found = find(directory);
        if (found == null || !found.entry().isDirectory()) {
            return List.of();
        }
        try (TreeWalk walk = new TreeWalk(git)) {
            walk.addTree(found.id());
            List<TreeEntry> entries = new ArrayList<>();
            while (walk.next()) {
                entries.add(new TreeEntry(TreePath.join(directory, walk.getPathString()), mode(walk)));
            }
            entries.sort(Comparator.comparing(TreeEntry::path));
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<TreeEntry> walk(String directory) {
        Found found = find(directory);
        if (found == null || !found.entry().isDirectory()) {
            return List.of();
        }
        try (TreeWalk walk = new TreeWalk(git)) {
            walk.addTree(found.id());
            walk.setRecursive(true);
            List<TreeEntry> entries = new ArrayList<>();
            while (walk.next()) {
                entries.add(new TreeEntry(TreePath.join(directory, walk.getPathString()), mode(walk)));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> files(Predicate<String> wanted) {
        try (TreeWalk walk = new TreeWalk(git)) {
            walk.addTree(root);
            walk.setRecursive(true);
            Map<String, String> files = new TreeMap<>();
            while (walk.next()) {
                String path = walk.getPathString();
                if (wanted.test(path) && new TreeEntry(path, mode(walk)).isFile()) {
                    files.put(path, walk.getObjectId(0).name());
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(String path) {
        Found found = find(path);
        if (found == null || found.entry().isDirectory() || found.entry().mode() == FileMode.SUBMODULE) {
            throw new TreeException(path, "There is no file \"" + path + "\" in commit " + commit.brief() + ".");
        }
        try {
            ObjectLoader loader = git.open(found.id());
            if (loader.getSize() > LARGEST_FILE) {
                throw new TreeException(path, "\"" + path + "\" is larger than 64 MiB.");
            }
            return loader.getBytes(LARGEST_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Found find(String path) {
        if (path.isEmpty()) {
            return new Found(new TreeEntry("", FileMode.DIRECTORY), root);
        }
        try (TreeWalk walk = TreeWalk.forPath(git, path, root)) {
            return walk == null ? null : new Found(new TreeEntry(path, mode(walk)), walk.getObjectId(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileMode mode(TreeWalk walk) {
        return FileModes.of(walk.getFileMode(0));
    }
}
