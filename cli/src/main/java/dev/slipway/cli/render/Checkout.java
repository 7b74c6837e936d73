package dev.slipway.cli.render;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.RemoteBases;
import dev.slipway.gitops.checkout.DirectorySources;
import dev.slipway.helm.Helm;
import dev.slipway.helm.HelmException;
import dev.slipway.helm.HelmRendering;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.KustomizeException;
import dev.slipway.kustomize.Overrides;
import dev.slipway.kustomize.ParsedFiles;
import dev.slipway.kustomize.problem.Problem;
import dev.slipway.kustomize.remote.RemoteBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that kustomizations and charts may refer to.
 *
 * @param root a real path
 * @param others checkouts of other repositories by their URLs
 */
public record Checkout(Path root, Map<String, Path> others) {

    private static final long MOST_BYTES_PARSED = 64L << 20;

    /**
     * The checkout that holds this directory: up to the next {@code .git}; where there is none, everything, as with
     * kubectl.
     *
     * @param root where it begins, or null to look for it
     * @param others checkouts of other repositories by their URLs
     * @throws CliException if there is no such directory
     */
    public static Checkout around(Path directory, @Nullable Path root, Map<String, Path> others) {
        if (root != null) {
            return new Checkout(real(root, "--root"), others);
        }
        Path inside = real(directory, "DIR");
        return new Checkout(
                Stream.<Path>iterate(inside, Objects::nonNull, Path::getParent)
                        .filter(each -> Files.exists(each.resolve(".git")))
                        .findFirst()
                        .orElse(inside.getRoot()),
                others);
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
        Map<String, FileTree> trees = new HashMap<>();
        others.forEach((url, other) -> trees.put(url, new DirectoryTree(real(other, "--source"))));
        FileTree whole = new RemoteBases(new DirectorySources(tree, "", trees)).beside(tree);
        return new RenderedDirectory(path, Kustomize.render(whole, path, Overrides.none(), parsed), List.of());
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
        String where = (RemoteBase.at(file).isPresent() ? file : seen(root.resolve(file))) + ":"
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
            List<Path> directories, @Nullable Path root, Map<String, Path> others, ChartChoices choices) {
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
                Path directory,
                @Nullable Path root,
                Map<String, Path> others,
                ChartChoices choices,
                ParsedFiles parsed) {
            try {
                return new Outcome(Checkout.around(directory, root, others).render(directory, choices, parsed), null);
            } catch (CliException e) {
                return new Outcome(null, e);
            }
        }
    }
}
