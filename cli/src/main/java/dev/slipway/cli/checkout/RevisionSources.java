package dev.slipway.cli.checkout;

import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.Revision;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.checkout.RepositoryUrls;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the Applications of a checkout read from: the tree itself where they follow its branch, its history where they name a tag,
 * a commit or another branch, and checkouts of other repositories. Safe for use by several threads.
 */
final class RevisionSources implements Sources {

    private final LocalGit git;
    private final FileTree tree;
    private final String key;
    private final String own;
    private final Set<String> branches;
    private final Map<String, Path> others;
    private final Map<Revision, Answer> known = new ConcurrentHashMap<>();
    private final Map<Path, LocalGit> checkouts = new ConcurrentHashMap<>();

    /**
     * @param key names the tree
     * @param own the URL by which the Applications call the repository
     * @param branches for which the tree stands
     * @param others by URL
     */
    RevisionSources(
            LocalGit git, FileTree tree, String key, String own, Set<String> branches, Map<String, Path> others) {
        this.git = git;
        this.tree = tree;
        this.key = key;
        this.own = own;
        this.branches = Set.copyOf(branches);
        this.others = Map.copyOf(others);
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
        return others.entrySet().stream()
                .filter(each -> identity(each.getKey()).equals(identity(revision.repositoryUrl())))
                .map(each -> other(each.getValue(), revision.name()))
                .findFirst()
                .orElseGet(() -> new Answer.Missing("\"" + revision.repositoryUrl() + "\" is not at hand; --source "
                        + revision.repositoryUrl() + "=DIR names a checkout"));
    }

    private Answer ofItself(String revision) {
        if (branches.contains(revision.replaceFirst("^refs/heads/", ""))) {
            return new Answer.Found(tree, key);
        }
        return named(git, revision)
                .<Answer>map(commit -> new Answer.Found(git.tree(commit), commit))
                .orElseGet(() -> new Answer.Missing(
                        "the checkout has no branch, tag or commit \"" + revision + "\"",
                        "Fetch it with git, or correct the revision."));
    }

    private static Optional<String> named(LocalGit git, String revision) {
        return git.commit(revision).or(() -> git.commit("refs/remotes/origin/" + revision));
    }

    /** What is no checkout, or lacks a branch or tag, is read as it lies there: charts are not called by their repository's revisions. */
    private Answer other(Path directory, String revision) {
        LocalGit other = checkouts.computeIfAbsent(directory, LocalGit::new);
        if (!other.isRepository()) {
            return new Answer.Found(new DirectoryTree(directory), directory.toString());
        }
        Optional<String> commit = named(other, revision);
        if (commit.isPresent()) {
            return new Answer.Found(other.tree(commit.get()), commit.get());
        }
        String lacks = "\"" + directory + "\" has no \"" + revision + "\"";
        return Revision.isWholeCommit(revision)
                ? new Answer.Missing(lacks + "; fetch it")
                : new Answer.Found(
                        new DirectoryTree(directory),
                        directory.toString(),
                        new Finding(
                                "",
                                lacks + ": it is read as it lies there.",
                                "a branch, tag or commit",
                                "Fetch it with git."));
    }
}
