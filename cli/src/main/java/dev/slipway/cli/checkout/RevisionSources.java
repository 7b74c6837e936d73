package dev.slipway.cli.checkout;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Revision;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.checkout.RepositoryUrls;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the Applications of a checkout read from: the tree itself where they follow its branch, its history where they name a tag,
 * a commit or another branch, and other repositories. Safe for use by several threads.
 */
final class RevisionSources implements Sources {

    private final LocalGit git;
    private final FileTree tree;
    private final String key;
    private final String own;
    private final Set<String> branches;
    private final Sources others;
    private final Map<Revision, Answer> known = new ConcurrentHashMap<>();

    /**
     * @param key names the tree
     * @param own the URL by which the Applications call the repository
     * @param branches for which the tree stands
     */
    RevisionSources(LocalGit git, FileTree tree, String key, String own, Set<String> branches, Sources others) {
        this.git = git;
        this.tree = tree;
        this.key = key;
        this.own = own;
        this.branches = Set.copyOf(branches);
        this.others = others;
    }

    @Override
    public Answer find(String repositoryUrl, String revision) {
        return known.computeIfAbsent(new Revision(repositoryUrl, revision), this::look);
    }

    @Override
    public String identity(String repositoryUrl) {
        return RepositoryUrls.identity(repositoryUrl);
    }

    private Answer look(Revision revision) {
        if (!own.isBlank() && identity(revision.repositoryUrl()).equals(identity(own))) {
            return ofItself(revision.name());
        }
        return others.find(revision.repositoryUrl(), revision.name());
    }

    private Answer ofItself(String revision) {
        if (branches.contains(revision.replaceFirst("^refs/heads/", ""))) {
            return new Answer.Found(tree, key);
        }
        return git.named(revision)
                .<Answer>map(commit -> new Answer.Found(git.tree(commit), commit))
                .orElseGet(() -> new Answer.Missing(
                        "the checkout has no branch, tag or commit \"" + revision + "\"",
                        "Fetch it with git, or correct the revision."));
    }
}
