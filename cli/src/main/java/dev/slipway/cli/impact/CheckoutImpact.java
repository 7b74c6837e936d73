package dev.slipway.cli.impact;

import dev.slipway.cli.checkout.LocalCheckout;
import dev.slipway.cli.checkout.LocalGit;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Renderer;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.impact.Impact;
import dev.slipway.gitops.impact.ImpactAnalysis;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The impact between two revisions of a checkout, or between one and its files as they lie there. */
public final class CheckoutImpact {

    private static final String BETWEEN = "..";

    private final LocalCheckout checkout;
    private final LocalGit git;
    private final Renderer renderer = new Renderer();

    /** @throws CliException if it is no Git checkout */
    public CheckoutImpact(LocalCheckout checkout) {
        this.checkout = checkout;
        this.git = new LocalGit(checkout.directory());
        if (!git.isRepository()) {
            throw refused(
                    "--directory",
                    "\"" + checkout.directory() + "\" is no Git checkout.",
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
        String from = range.substring(0, at);
        String to = range.substring(at + BETWEEN.length());
        Set<String> branches = Stream.of(from, to)
                .map(CheckoutImpact::branch)
                .filter(git::isBranch)
                .collect(Collectors.toSet());
        Checkout before = committed(from, branches);
        Checkout after = to.isEmpty() ? read(checkout.files(), "files", branches) : committed(to, branches);
        return new ImpactAnalysis(before.placements(), after.placements()).compare(before.declared(), after.declared());
    }

    /** The branches that are compared stand for what Applications on them will read; tags and commits stay what they are. */
    private static String branch(String revision) {
        return revision.replaceFirst("^(refs/heads/|(refs/remotes/)?origin/)", "");
    }

    private Checkout committed(String revision, Set<String> branches) {
        String commit = git.commit(revision)
                .orElseThrow(() -> new CliException(
                        ExitCode.NOT_FOUND,
                        new CliProblem(
                                "REVISIONS",
                                "\"" + checkout.directory() + "\" has no revision \"" + revision + "\".",
                                "a branch, tag or commit",
                                "Fetch it: git fetch")));
        return read(git.tree(commit), commit, branches);
    }

    private Checkout read(FileTree tree, String key, Set<String> branches) {
        return checkout.read(git, tree, key, branches, renderer);
    }

    private static CliException refused(String where, String message, String expected) {
        return new CliException(ExitCode.REFUSED, new CliProblem(where, message, expected, null));
    }
}
