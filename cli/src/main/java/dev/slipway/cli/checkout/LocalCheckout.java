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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A GitOps repository in a directory, with its history where it has one, and other repositories that its Applications name.
 */
public record LocalCheckout(Path directory, Sources others) {

    /** What repositories mostly call the branch that is live, and Argo CD the default one. */
    private static final Set<String> USUAL = Set.of("HEAD", "main", "master");

    /** @throws CliException if there is no such directory */
    public LocalCheckout {
        require(directory);
    }

    /**
     * @param others checkouts by URL; charts of Helm repositories by the repository's URL, slash, chart
     * @throws CliException if one of the directories is not there
     */
    public LocalCheckout(Path directory, Map<String, Path> others) {
        this(directory, new OtherCheckouts(others));
    }

    static void require(Path path) {
        if (!Files.isDirectory(path)) {
            throw new CliException(
                    ExitCode.NOT_FOUND,
                    CliProblem.of("There is no directory \"" + path + "\".", "Name the root of a checkout."));
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
                        : new DirectorySources(files, own, others),
                new Renderer(),
                kubernetes);
    }

    public FileTree files() {
        return new DirectoryTree(directory);
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
