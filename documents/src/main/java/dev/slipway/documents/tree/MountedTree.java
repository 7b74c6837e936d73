package dev.slipway.documents.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A tree in which another one is a directory of the root. */
public final class MountedTree extends ComposedTree {

    private final FileTree outer;
    private final String name;
    private final FileTree inner;

    /** @param name of the directory, one segment; what the outer tree has there is not seen */
    public MountedTree(FileTree outer, String name, FileTree inner) {
        if (name.isEmpty() || name.contains("/")) {
            throw new IllegalArgumentException("\"" + name + "\" is not the name of a directory.");
        }
        this.outer = outer;
        this.name = name;
        this.inner = inner;
    }

    @Override
    protected Optional<Spot> spot(String path) {
        boolean inside = path.equals(name) || path.startsWith(name + "/");
        return Optional.of(
                inside
                        ? new Spot(inner, path.substring(Math.min(path.length(), name.length() + 1)))
                        : new Spot(outer, path));
    }

    @Override
    public List<TreeEntry> list(String directory) {
        if (!directory.isEmpty()) {
            return super.list(directory);
        }
        List<TreeEntry> entries = new ArrayList<>(outer.list(directory));
        entries.removeIf(entry -> entry.path().equals(name));
        entries.add(new TreeEntry(name, FileMode.DIRECTORY));
        entries.sort(Comparator.comparing(TreeEntry::path));
        return entries;
    }

    /** The root is the outer tree's no more. */
    @Override
    public Optional<String> contentId(String path) {
        return path.isEmpty() ? Optional.empty() : super.contentId(path);
    }
}
