package dev.slipway.cli.render;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.helm.Helm;
import dev.slipway.helm.HelmException;
import dev.slipway.helm.HelmRendering;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.KustomizeException;
import dev.slipway.kustomize.Overrides;
import dev.slipway.kustomize.ParsedFiles;
import dev.slipway.kustomize.problem.Problem;
import dev.slipway.kustomize.remote.RemoteBase;
import dev.slipway.kustomize.remote.RemoteTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that kustomizations and charts may refer to.
 *
 * @param root a real path
 * @param others repositories with remote bases
 */
public record Checkout(Path root, Sources others) {

    private static final long MOST_BYTES_PARSED = 64L << 20;

    /**
     * The checkout that holds this directory: up to the next {@code .git}; where there is none, everything, as with
     * kubectl.
     *
     * @param root where it begins, or null to look for it
     * @param others repositories with remote bases
     * @throws CliException if there is no such directory
     */
    static Checkout around(Path directory, @Nullable Path root, Sources others) {
        return new Checkout(root == null ? root(directory) : real(root, "--root"), others);
    }

    /**
     * Where the checkout begins that holds this directory.
     *
     * @throws CliException if there is no such directory
     */
    public static Path root(Path directory) {
        Path inside = real(directory, "DIR");
        return Stream.<Path>iterate(inside, Objects::nonNull, Path::getParent)
                .filter(each -> Files.exists(each.resolve(".git")))
                .findFirst()
                .orElse(inside.getRoot());
    }

    /**
     * @param parsed what other renders have read
     * @throws CliException with all that is wrong, each with the path of the file as seen from here
     */
    RenderedDirectory render(Path directory, ChartChoices choices, ParsedFiles parsed) {
        Path inside = real(directory, "DIR");
        if (!inside.startsWith(root)) {
            throw new CliException(
                    ExitCode.USAGE,
                    new CliProblem("DIR", "\"" + directory + "\" is not below \"" + root + "\".", null, null));
        }
        String path = root.relativize(inside).toString().replace('\\', '/');
        DirectoryTree tree = new DirectoryTree(root);
        try {
            return Helm.isChart(tree, path) ? chart(tree, path, choices) : kustomization(tree, path, parsed);
        } catch (KustomizeException e) {
            throw refused(e.problems());
        } catch (HelmException e) {
            throw refused(e.problems());
        }
    }

    private RenderedDirectory kustomization(FileTree tree, String path, ParsedFiles parsed) {
        FileTree whole = new RemoteTree(tree, this::remote);
        return new RenderedDirectory(path, Kustomize.render(whole, path, Overrides.none(), parsed), List.of());
    }

    /** A revision that the checkout lacks is not replaced by another. */
    private Optional<FileTree> remote(String repository, String ref) {
        return switch (others.find(repository, ref)) {
            case Answer.Missing _ -> Optional.empty();
            case Answer.Found found when found.doubt() == null -> Optional.of(found.tree());
            case Answer.Found _ ->
                throw new TreeException(repository, "The checkout of \"" + repository + "\" has no \"" + ref + "\".");
        };
    }

    private RenderedDirectory chart(FileTree tree, String path, ChartChoices choices) {
        HelmRendering rendering = Helm.render(tree, path, choices.options(root));
        return new RenderedDirectory(path, RenderedChart.of(rendering), rendering.warnings());
    }

    private CliException refused(List<Problem> problems) {
        return new CliException(
                ExitCode.REFUSED, problems.stream().map(this::problem).toList());
    }

    private CliProblem problem(Problem problem) {
        String file = problem.place().file();
        String where = RemoteBase.at(file)
                        .map(RemoteBase::written)
                        .orElseGet(() -> seen(root.resolve(file)).toString())
                + ":"
                + problem.place().line() + ":" + problem.place().column();
        return new CliProblem(where, problem.what(), problem.expected(), problem.next());
    }

    /** As an editor opened from here would name it. */
    private static Path seen(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }

    private static Path real(Path directory, String where) {
        if (!Files.isDirectory(directory)) {
            throw new CliException(
                    ExitCode.NOT_FOUND,
                    new CliProblem(
                            where,
                            "There is no directory \"" + directory + "\".",
                            "a directory with a kustomization or a chart",
                            null));
        }
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, in this order, on all processors; with everything that is wrong with any of them. */
    public static List<RenderedDirectory> renderAll(
            List<Path> directories, @Nullable Path root, Sources others, ChartChoices choices) {
        ParsedFiles parsed = new ParsedFiles(MOST_BYTES_PARSED);
        List<Outcome> outcomes = directories.parallelStream()
                .map(directory -> Outcome.of(directory, root, others, choices, parsed))
                .toList();
        List<CliException> failures = outcomes.stream()
                .flatMap(outcome -> Stream.ofNullable(outcome.failure()))
                .toList();
        if (!failures.isEmpty()) {
            throw new CliException(
                    failures.getFirst().exitCode(),
                    failures.stream()
                            .flatMap(failure -> failure.problems().stream())
                            .distinct()
                            .toList());
        }
        return outcomes.stream()
                .flatMap(outcome -> Stream.ofNullable(outcome.rendered()))
                .toList();
    }

    private record Outcome(
            @Nullable RenderedDirectory rendered, @Nullable CliException failure) {

        static Outcome of(
                Path directory, @Nullable Path root, Sources others, ChartChoices choices, ParsedFiles parsed) {
            try {
                return new Outcome(Checkout.around(directory, root, others).render(directory, choices, parsed), null);
            } catch (CliException e) {
                return new Outcome(null, e);
            }
        }
    }
}
