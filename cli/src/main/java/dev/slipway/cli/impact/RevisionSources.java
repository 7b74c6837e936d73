package dev.slipway.cli.impact;

import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Sources;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a revision's Applications read from: its own repository, whose branches stand for the revision itself, and checkouts of
 * others at the commits that the Applications name.
 *
 * @param key names the tree
 * @param own the URL by which the Applications call the repository
 * @param others by URL
 */
record RevisionSources(LocalGit git, FileTree tree, String key, String own, Map<String, Path> others)
        implements Sources {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    @Override
    public Answer find(String repositoryUrl, String revision) {
        if (identity(repositoryUrl).equals(identity(own))) {
            return pinned(git, revision)
                    .<Answer>map(commit -> new Answer.Found(git.tree(commit), commit))
                    .orElseGet(() -> new Answer.Found(tree, key));
        }
        return others.entrySet().stream()
                .filter(each -> identity(each.getKey()).equals(identity(repositoryUrl)))
                .map(each -> other(each.getValue(), revision))
                .findFirst()
                .orElseGet(() -> new Answer.Missing("\"" + repositoryUrl + "\" is not at hand; --source "
                        + repositoryUrl + "=DIR names a checkout"));
    }

    /** A commit or tag stays what it is; a branch is where the change will be. */
    private static Optional<String> pinned(LocalGit git, String revision) {
        return COMMIT.matcher(revision).matches() ? git.commit(revision) : git.commit("refs/tags/" + revision);
    }

    private static Answer other(Path directory, String revision) {
        LocalGit git = new LocalGit(directory);
        if (!git.isRepository()) {
            return new Answer.Found(new DirectoryTree(directory), directory.toString());
        }
        return git.commit(revision)
                .or(() -> git.commit("refs/remotes/origin/" + revision))
                .<Answer>map(commit -> new Answer.Found(git.tree(commit), commit))
                .orElseGet(() -> new Answer.Missing("\"" + directory + "\" has no \"" + revision + "\"; fetch it"));
    }
}
