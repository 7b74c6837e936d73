package dev.slipway.cli.checkout;

import dev.slipway.cli.shell.CliException;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.Revision;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.checkout.RepositoryUrls;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Checkouts of other repositories, at the revisions that are asked for. Safe for use by several threads. */
public final class OtherCheckouts implements Sources {

    private final Map<String, Path> directories;
    private final Map<Revision, Answer> known = new ConcurrentHashMap<>();
    private final Map<Path, LocalGit> checkouts = new ConcurrentHashMap<>();

    /**
     * @param directories by URL; charts of Helm repositories by the repository's URL, slash, chart
     * @throws CliException if one of them is not there
     */
    public OtherCheckouts(Map<String, Path> directories) {
        this.directories = Map.copyOf(directories);
        directories.values().forEach(LocalCheckout::require);
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
        return directories.entrySet().stream()
                .filter(each -> identity(each.getKey()).equals(identity(revision.repositoryUrl())))
                .map(each -> at(each.getValue(), revision.name()))
                .findFirst()
                .orElseGet(() -> new Answer.Missing("\"" + revision.repositoryUrl() + "\" is not at hand; --source "
                        + revision.repositoryUrl() + "=DIR names a checkout"));
    }

    /** What is no checkout, or lacks a branch or tag, is read as it lies there: charts are not called by their repository's revisions. */
    private Answer at(Path directory, String revision) {
        LocalGit git = checkouts.computeIfAbsent(directory, LocalGit::new);
        if (!git.isRepository()) {
            return new Answer.Found(new DirectoryTree(directory), directory.toString());
        }
        Optional<String> commit = git.named(revision);
        if (commit.isPresent()) {
            return new Answer.Found(git.tree(commit.get()), commit.get());
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
