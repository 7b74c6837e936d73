package dev.slipway.kustomize.remote;

import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import java.util.List;
import java.util.Optional;

/** A tree in which other repositories stand beside its own files, as directories that {@link RemoteBase} names. */
public final class RemoteTree implements FileTree {

    private final FileTree own;
    private final RemoteRepositories repositories;

    public RemoteTree(FileTree own, RemoteRepositories repositories) {
        this.own = own;
        this.repositories = repositories;
    }

    /** A path and the tree that it lies in. */
    private record Spot(FileTree tree, String path) {}

    private Optional<Spot> spot(String path) {
        Optional<RemoteBase> remote = RemoteBase.at(path);
        return remote.isEmpty()
                ? Optional.of(new Spot(own, path))
                : repositories
                        .tree(remote.get().repository(), remote.get().ref())
                        .map(tree -> new Spot(tree, remote.get().path()));
    }

    @Override
    public Optional<TreeEntry> entry(String path) {
        return spot(path)
                .flatMap(spot -> spot.tree().isDirectory(spot.path())
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
