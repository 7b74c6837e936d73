package dev.slipway.gitops.validation;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.placement.Landscape;

/**
 * What is validated.
 *
 * @param tree of the repository that declares it; holds {@code schemas/} and platform.yaml
 * @param repository its URL, as its Applications write it; empty when none does
 */
public record Subject(FileTree tree, Declared declared, Landscape landscape, Sources sources, String repository) {

    public static Subject of(Checkout checkout) {
        return new Subject(
                checkout.tree(), checkout.declared(), checkout.landscape(), checkout.sources(), checkout.repository());
    }

    /**
     * A directory that no Application names, with a kustomization or manifests.
     *
     * @param checkout all that a kustomization may refer to
     * @param others the repositories with its remote bases
     */
    public static Subject ofDirectory(FileTree checkout, String path, Sources others, Options options) {
        return LoneDirectory.read(checkout, path, others, options);
    }
}
