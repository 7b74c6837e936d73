package dev.slipway.cli.impact;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Renderer;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.impact.Impact;
import dev.slipway.gitops.impact.ImpactAnalysis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The impact between two revisions of a checkout, or between one and its files as they lie there. */
public final class CheckoutImpact {

    private static final String BETWEEN = "..";

    private final Path directory;
    private final LocalGit git;
    private final Map<String, Path> others;
    private final Renderer renderer = new Renderer();

    /**
     * @param others checkouts of other repositories by URL
     * @throws CliException if one of the directories is not there, or the first is no checkout
     */
    public CheckoutImpact(Path directory, Map<String, Path> others) {
        this.directory = directory;
        this.others = Map.copyOf(others);
        this.git = new LocalGit(directory);
        others.values().forEach(each -> require("--source", each));
        require("--directory", directory);
        if (!git.isRepository()) {
            throw refused(
                    "--directory",
                    "\"" + directory + "\" is no Git checkout.",
                    "a checkout of the platform repository");
        }
    }

    /** @param range {@code main..change}, or {@code main..} for the files as they lie there */
    public Impact of(String range) {
        int at = range.indexOf(BETWEEN);
        if (at <= 0 || range.startsWith(".", at + BETWEEN.length())) {
            throw refused(
                    "REVISIONS",
                    "\"" + range + "\" is no pair of revisions.",
                    "for example main..my-branch, or main.. for the files in the directory");
        }
        Checkout before = committed(range.substring(0, at));
        String to = range.substring(at + BETWEEN.length());
        Checkout after = to.isEmpty() ? read(new DirectoryTree(directory), "files") : committed(to);
        return new ImpactAnalysis(before.placements(), after.placements()).compare(before.declared(), after.declared());
    }

    private Checkout committed(String revision) {
        String commit = git.commit(revision)
                .orElseThrow(() -> new CliException(
                        ExitCode.NOT_FOUND,
                        new CliProblem(
                                "REVISIONS",
                                "\"" + directory + "\" has no revision \"" + revision + "\".",
                                "a branch, tag or commit",
                                "Fetch it: git fetch")));
        return read(git.tree(commit), commit);
    }

    private Checkout read(FileTree tree, String key) {
        return Checkout.read(tree, own -> new RevisionSources(git, tree, key, own, others), renderer);
    }

    private static void require(String option, Path path) {
        if (!Files.isDirectory(path)) {
            throw refused(option, "There is no directory \"" + path + "\".", "the root of a checkout");
        }
    }

    private static CliException refused(String where, String message, String expected) {
        return new CliException(ExitCode.REFUSED, new CliProblem(where, message, expected, null));
    }
}
