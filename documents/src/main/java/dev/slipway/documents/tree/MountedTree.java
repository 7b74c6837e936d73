package dev.slipway.documents.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A tree in which another one is a directory of the root.
 *
 * @param name of the directory, one segment; what the outer tree has there is not seen
 */
public record MountedTree(FileTree outer, String name, FileTree inner) implements FileTree {

    public MountedTree {
        if (name.isEmpty() || name.contains("/")) {
            throw new IllegalArgumentException("\"" + name + "\" is not the name of a directory.");
        }
    }

    private boolean isInside(String path) {
        return path.equals(name) || path.startsWith(name + "/");
    }

    private String below(String path) {
        return path.equals(name) ? "" : path.substring(name.length() + 1);
    }

    private TreeEntry inside(TreeEntry entry) {
        return new TreeEntry(TreePath.join(name, entry.path()), entry.mode());
    }

    @Override
    public Optional<TreeEntry> entry(String path) {
        return path.equals(name)
                ? Optional.of(new TreeEntry(name, FileMode.DIRECTORY))
                : isInside(path) ? inner.entry(below(path)).map(this::inside) : outer.entry(path);
    }

    @Override
    public List<TreeEntry> list(String directory) {
        if (isInside(directory)) {
            return inner.list(below(directory)).stream().map(this::inside).toList();
        }
        if (!directory.isEmpty()) {
            return outer.list(directory);
        }
        List<TreeEntry> entries = new ArrayList<>(outer.list(directory));
        entries.removeIf(entry -> isInside(entry.path()));
        entries.add(new TreeEntry(name, FileMode.DIRECTORY));
        entries.sort(Comparator.comparing(TreeEntry::path));
        return entries;
    }

    @Override
    public byte[] read(String path) {
        return isInside(path) ? inner.read(below(path)) : outer.read(path);
    }

    @Override
    public Optional<String> contentId(String path) {
        return isInside(path)
                ? inner.contentId(below(path))
                : path.isEmpty() ? Optional.empty() : outer.contentId(path);
    }
}
