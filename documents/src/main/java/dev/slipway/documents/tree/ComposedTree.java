package dev.slipway.documents.tree;

import java.util.List;
import java.util.Optional;

/** A tree whose paths lie in other trees, each under a path of its own there. */
public abstract class ComposedTree implements FileTree {

    /** A path in the tree that it lies in. */
    public record Spot(FileTree tree, String path) {}

    /** Where a path of this tree lies; empty where nothing can. */
    protected abstract Optional<Spot> spot(String path);

    @Override
    public Optional<TreeEntry> entry(String path) {
        return spot(path)
                .flatMap(spot -> spot.path().isEmpty()
                        ? Optional.of(FileMode.DIRECTORY)
                        : spot.tree().entry(spot.path()).map(TreeEntry::mode))
                .map(mode -> new TreeEntry(path, mode));
    }

    @Override
    public List<TreeEntry> list(String directory) {
        return spot(directory).stream()
                .flatMap(spot -> spot.tree().list(spot.path()).stream())
                .map(each -> new TreeEntry(TreePath.join(directory, each.name()), each.mode()))
                .toList();
    }

    @Override
    public byte[] read(String path) {
        Spot spot = spot(path).orElseThrow(() -> new TreeException(path, "There is no file \"" + path + "\"."));
        return spot.tree().read(spot.path());
    }

    @Override
    public Optional<String> contentId(String path) {
        return spot(path).flatMap(spot -> spot.tree().contentId(spot.path()));
    }
}
