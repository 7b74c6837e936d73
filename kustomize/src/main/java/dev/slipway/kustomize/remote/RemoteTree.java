package dev.slipway.kustomize.remote;

import dev.slipway.documents.tree.ComposedTree;
import dev.slipway.documents.tree.FileTree;
import java.util.Optional;

/** A tree in which other repositories stand beside its own files, as directories that {@link RemoteBase} names. */
public final class RemoteTree extends ComposedTree {

    private final FileTree own;
    private final RemoteRepositories repositories;

    public RemoteTree(FileTree own, RemoteRepositories repositories) {
        this.own = own;
        this.repositories = repositories;
    }

    @Override
    protected Optional<Spot> spot(String path) {
        return RemoteBase.at(path)
                .map(base -> repositories.tree(base.repository(), base.ref()).map(tree -> new Spot(tree, base.path())))
                .orElseGet(() -> Optional.of(new Spot(own, path)));
    }
}
