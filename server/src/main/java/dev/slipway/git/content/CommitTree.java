package dev.slipway.git.content;

import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** The tree of a commit, read when it is asked for; the directories on the way to a file are read once. */
final class CommitTree implements Snapshot {

    private static final int LARGEST_FILE = 64 << 20;

    private final RepositoryRef repository;
    private final CommitId commit;
    private final Repository git;
    private final ObjectId root;
    private final Map<String, Directory> directories = new ConcurrentHashMap<>();
    private volatile @Nullable Difference last;

    CommitTree(RepositoryRef repository, CommitId commit, Repository git, ObjectId root) {
        this.repository = repository;
        this.commit = commit;
        this.git = git;
        this.root = root;
    }

    /** Asked for by several, one after another. */
    private record Difference(ObjectId from, Set<String> paths) {}

    /** An entry with Git's id of its content. */
    private record Found(TreeEntry entry, ObjectId id) {}

    /** @param sorted by path; Git has directories as if their names ended in a slash */
    private record Directory(List<TreeEntry> sorted, Map<String, Found> byName) {

        static Directory of(Map<String, Found> byName) {
            List<TreeEntry> sorted = byName.values().stream()
                    .map(Found::entry)
                    .sorted(Comparator.comparing(TreeEntry::path))
                    .toList();
            return new Directory(sorted, byName);
        }
    }

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
        return directory(directory).sorted();
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
        try {
            ObjectLoader loader = file(path);
            if (loader.getSize() > LARGEST_FILE) {
                throw new TreeException(path, "\"" + path + "\" is larger than 64 MiB.");
            }
            return loader.getBytes(LARGEST_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Set<String>> differenceFrom(FileTree other) {
        return other instanceof CommitTree tree && tree.repository.equals(repository)
                ? Optional.of(differenceFrom(tree.root))
                : Optional.empty();
    }

    private Set<String> differenceFrom(ObjectId earlier) {
        Difference known = last;
        if (known == null || !known.from().equals(earlier)) {
            known = new Difference(earlier, Set.copyOf(new Differences(git).everyPath(earlier, root)));
            last = known;
        }
        return known.paths();
    }

    @Override
    public InputStream open(String path) {
        try {
            return file(path).openStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectLoader file(String path) throws IOException {
        Found found = find(path);
        if (found == null || found.entry().isDirectory() || found.entry().mode() == FileMode.SUBMODULE) {
            throw new TreeException(path, "There is no file \"" + path + "\" in commit " + commit.brief() + ".");
        }
        return git.open(found.id());
    }

    private @Nullable Found find(String path) {
        if (path.isEmpty()) {
            return new Found(new TreeEntry("", FileMode.DIRECTORY), root);
        }
        int slash = path.lastIndexOf('/');
        return directory(slash < 0 ? "" : path.substring(0, slash)).byName().get(path.substring(slash + 1));
    }

    /** What lies in a directory, by name; nothing in one that is none. */
    private Directory directory(String path) {
        Directory known = directories.get(path);
        if (known != null) {
            return known;
        }
        Found directory = find(path);
        Directory entries = Directory.of(
                directory == null || !directory.entry().isDirectory() ? Map.of() : entries(path, directory.id()));
        directories.put(path, entries);
        return entries;
    }

    private Map<String, Found> entries(String directory, ObjectId id) {
        try (TreeWalk walk = new TreeWalk(git)) {
            walk.addTree(id);
            Map<String, Found> entries = new LinkedHashMap<>();
            while (walk.next()) {
                String name = walk.getPathString();
                entries.put(
                        name,
                        new Found(new TreeEntry(TreePath.join(directory, name), mode(walk)), walk.getObjectId(0)));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileMode mode(TreeWalk walk) {
        return FileModes.of(walk.getFileMode(0));
    }
}
