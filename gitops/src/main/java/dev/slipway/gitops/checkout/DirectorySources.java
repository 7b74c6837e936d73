package dev.slipway.gitops.checkout;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Sources;
import java.util.Map;

/**
 * The checkout itself whatever revision is asked for, other directories likewise.
 *
 * @param own the checkout's URL; empty where nobody names it
 * @param others by their URLs
 */
public record DirectorySources(FileTree tree, String own, Map<String, FileTree> others) implements Sources {

    public DirectorySources {
        others = Map.copyOf(others);
    }

    @Override
    public Answer find(String repositoryUrl, String revision) {
        if (!repositoryUrl.isBlank() && identity(repositoryUrl).equals(identity(own))) {
            return new Answer.Found(tree, "checkout");
        }
        return others.entrySet().stream()
                .filter(each -> identity(each.getKey()).equals(identity(repositoryUrl)))
                .<Answer>map(each -> new Answer.Found(each.getValue(), "checkout of " + each.getKey()))
                .findFirst()
                .orElseGet(() -> new Answer.Missing("\"" + repositoryUrl + "\" is not at hand"));
    }

    @Override
    public String identity(String repositoryUrl) {
        return RepositoryUrls.identity(repositoryUrl);
    }
}
