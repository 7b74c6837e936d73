package dev.slipway.cli.checkout;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.KubernetesVersions;
import dev.slipway.gitops.Renderer;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.checkout.DirectorySources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A GitOps repository in a directory, with its history where it has one, and checkouts of other repositories that its Applications
 * name.
 *
 * @param others by URL; charts of Helm repositories by the repository's URL, slash, chart
 */
public record LocalCheckout(Path directory, Map<String, Path> others) {

    /** What repositories mostly call the branch that is live, and Argo CD the default one. */
    private static final Set<String> USUAL = Set.of("HEAD", "main", "master");

    /** @throws CliException if one of the directories is not there */
    public LocalCheckout {
        others = Map.copyOf(others);
        require("DIR", directory);
        others.values().forEach(each -> require("--source", each));
    }

    private static void require(String option, Path path) {
        if (!Files.isDirectory(path)) {
            throw new CliException(
                    ExitCode.NOT_FOUND,
                    new CliProblem(option, "There is no directory \"" + path + "\".", "the root of a checkout", null));
        }
    }

    /** What the files declare as they lie there. */
    public Checkout read() {
        return read(KubernetesVersions.read(files()));
    }

    /** The same, with charts for these versions. */
    public Checkout read(KubernetesVersions kubernetes) {
        LocalGit git = new LocalGit(directory);
        FileTree files = files();
        return Checkout.read(
                files,
                own -> git.isRepository()
                        ? sources(git, files, "files", own, Set.of())
                        : new DirectorySources(files, own, otherTrees()),
                new Renderer(),
                kubernetes);
    }

    public FileTree files() {
        return new DirectoryTree(directory);
    }

    /** The other repositories as they lie there. */
    public Map<String, FileTree> otherTrees() {
        Map<String, FileTree> trees = new HashMap<>();
        others.forEach((url, path) -> trees.put(url, new DirectoryTree(path)));
        return trees;
    }

    /**
     * What a tree of it declares.
     *
     * @param key names the tree
     * @param branches that the tree stands for, beside those that are checked out or usual
     */
    public Checkout read(LocalGit git, FileTree tree, String key, Set<String> branches, Renderer renderer) {
        return Checkout.read(tree, own -> sources(git, tree, key, own, branches), renderer);
    }

    private Sources sources(LocalGit git, FileTree tree, String key, String own, Set<String> branches) {
        Set<String> all = new TreeSet<>(USUAL);
        all.addAll(branches);
        git.branch().ifPresent(all::add);
        return new RevisionSources(git, tree, key, own, all, others);
    }
}
