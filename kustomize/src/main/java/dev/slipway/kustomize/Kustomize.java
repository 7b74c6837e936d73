package dev.slipway.kustomize;

import dev.slipway.documents.tree.FileTree;

/** Renders kustomizations. */
public final class Kustomize {

    private Kustomize() {}

    /**
     * Renders the kustomization in a directory.
     *
     * @param tree where it and everything that it refers to is read from
     * @param directory a normalised path, empty for the tree's root
     * @param overrides what is added outside of it
     * @throws KustomizeException with every problem that was found, if it cannot be rendered
     */
    public static Rendering render(FileTree tree, String directory, Overrides overrides) {
        throw new UnsupportedOperationException("Rendering " + tree + directory + overrides);
    }
}
