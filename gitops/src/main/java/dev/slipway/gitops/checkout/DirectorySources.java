package dev.slipway.gitops.checkout;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Sources;

/**
 * The checkout itself whatever revision is asked for, and other repositories.
 *
 * @param own the checkout's URL; empty where nobody names it
 */
public record DirectorySources(FileTree tree, String own, Sources others) implements Sources {

    @Override
    public Answer find(String repositoryUrl, String revision) {
        return !repositoryUrl.isBlank() && identity(repositoryUrl).equals(identity(own))
                ? new Answer.Found(tree, "checkout")
                : others.find(repositoryUrl, revision);
    }

    @Override
    public String identity(String repositoryUrl) {
        return RepositoryUrls.identity(repositoryUrl);
    }
}
