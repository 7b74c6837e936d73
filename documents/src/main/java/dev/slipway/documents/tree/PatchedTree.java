package dev.slipway.documents.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Another tree with some files put and some paths removed. Copies nothing, and knows the ids of all that the other knows. */
public final class PatchedTree implements FileTree {

    private final FileTree base;
    private final SortedSet<String> hidden = new TreeSet<>();
    private final SortedMap<String, FileContent> put = new TreeMap<>();
    private final Map<String, Optional<String>> ids = new ConcurrentHashMap<>();

    private PatchedTree(FileTree base) {
        this.base = base;
    }

    /** Collects changes in their order. */
    public static final class Builder {
        private final PatchedTree tree;

        private Builder(FileTree base) {
            this.tree = new PatchedTree(base);
        }

        /** The file at this path becomes this one. */
        public Builder put(String path, FileContent content) {
            tree.put.put(TreePath.normalise(path), content);
            return this;
        }

        /** Nothing is at or below this path any more. */
        public Builder remove(String path) {
            String removed = TreePath.normalise(path);
            tree.hidden.add(removed);
            tree.put.remove(removed);
            below(tree.put, removed).clear();
            return this;
        }

        public PatchedTree build() {
            return tree;
        }
    }

    public static Builder of(FileTree base) {
        return new Builder(base);
    }

    @Override
    public Optional<TreeEntry> entry(String path) {
        FileContent file = put.get(path);
        if (file != null) {
            return Optional.of(new TreeEntry(path, file.mode()));
        }
        if (!below(put, path).isEmpty()) {
            return Optional.of(new TreeEntry(path, FileMode.DIRECTORY));
        }
        return isReplaced(path)
                ? Optional.empty()
                : base.entry(path).filter(entry -> !entry.isDirectory() || !isTouched(path) || !isEmpty(path));
    }

    /** Git knows no directory without a file. */
    private boolean isEmpty(String directory) {
        return list(directory).isEmpty();
    }

    @Override
    public List<TreeEntry> list(String directory) {
        if (!isTouched(directory)) {
            return isReplaced(directory) ? List.of() : base.list(directory);
        }
        SortedMap<String, TreeEntry> entries = new TreeMap<>();
        if (!isReplaced(directory)) {
            base.list(directory).forEach(entry -> entry(entry.path()).ifPresent(now -> entries.put(now.path(), now)));
        }
        String prefix = directory.isEmpty() ? "" : directory + "/";
        for (String path : below(put, directory).keySet()) {
            int slash = path.indexOf('/', prefix.length());
            String child = slash < 0 ? path : path.substring(0, slash);
            entry(child).ifPresent(now -> entries.put(child, now));
        }
        List<TreeEntry> sorted = new ArrayList<>(entries.values());
        sorted.sort(Comparator.comparing(TreeEntry::path));
        return List.copyOf(sorted);
    }

    @Override
    public byte[] read(String path) {
        FileContent file = put.get(path);
        if (file != null) {
            return file.bytes();
        }
        if (isReplaced(path) || !below(put, path).isEmpty()) {
            throw new TreeException(path, "There is no file \"" + path + "\".");
        }
        return base.read(path);
    }

    @Override
    public Optional<String> contentId(String path) {
        FileContent file = put.get(path);
        if (file != null) {
            return Optional.of(ids.computeIfAbsent(path, _ -> Optional.of(GitIds.blob(file.bytes())))
                    .orElseThrow());
        }
        if (isTouched(path) && isDirectory(path)) {
            Optional<String> known = ids.get(path);
            Optional<String> id = known == null ? treeId(path) : known;
            ids.put(path, id);
            return id;
        }
        return isReplaced(path) ? Optional.empty() : base.contentId(path);
    }

    private Optional<String> treeId(String path) {
        boolean all = isDirectory(path)
                && list(path).stream().allMatch(entry -> contentId(entry.path()).isPresent());
        return all ? Optional.of(GitIds.tree(this, path)) : Optional.empty();
    }

    /** Whether something below this path is not as it was. */
    private boolean isTouched(String path) {
        return !below(put, path).isEmpty()
                || (path.isEmpty()
                        ? !hidden.isEmpty()
                        : !hidden.subSet(path + "/", path + "0").isEmpty());
    }

    /** Whether what the base has at this path is gone, because the path or one above it was removed or became a file. */
    private boolean isReplaced(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String above = path.substring(0, end);
            if (hidden.contains(above) || (end < path.length() && put.containsKey(above))) {
                return true;
            }
        }
        return false;
    }

    private static SortedMap<String, FileContent> below(SortedMap<String, FileContent> files, String path) {
        return path.isEmpty() ? files : files.subMap(path + "/", path + "0");
    }
}
