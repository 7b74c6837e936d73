package dev.slipway.gitops.checkout;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Sources;
import java.util.Map;

/**
 * Repositories that are given as they are, whatever revision is asked for.
 *
 * @param trees by URL; charts of Helm repositories by the repository's URL, slash, chart
 */
public record GivenTrees(Map<String, FileTree> trees) implements Sources {

    public GivenTrees {
        trees = Map.copyOf(trees);
    }

    @Override
    public Answer find(String repositoryUrl, String revision) {
        return trees.entrySet().stream()
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
