package dev.slipway.helm;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.Place;
import dev.slipway.helm.chart.Chart;
import dev.slipway.helm.chart.ChartLoader;
import dev.slipway.helm.chart.LocalCharts;
import dev.slipway.helm.engine.Release;
import dev.slipway.helm.engine.TemplateRun;
import dev.slipway.helm.values.Coalescence;
import dev.slipway.helm.values.Inclusion;
import dev.slipway.helm.values.SchemaCheck;
import dev.slipway.kustomize.problem.Problem;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Renders Helm charts as {@code helm template} does, in this process, reading nothing but the tree. Safe for use by several threads.
 */
public final class Helm {

    private Helm() {}

    /**
     * Renders the chart in a directory.
     *
     * @param tree where the chart, the charts inside it and files of values are read from
     * @param chartDirectory a path, empty for the tree's root
     * @param options the release and its values
     * @throws HelmException with every problem that was found, if it cannot be rendered
     */
    public static HelmRendering render(FileTree tree, String chartDirectory, ReleaseOptions options) {
        try {
            return rendered(tree, TreePath.normalise(chartDirectory), options);
        } catch (Refusal refusal) {
            throw new HelmException(refusal);
        } catch (TreeException e) {
            throw new HelmException(List.of(new Problem(
                    new Place(e.path(), 1, 1),
                    String.valueOf(e.getMessage()),
                    "a file of the tree.",
                    "Correct the path.")));
        }
    }

    /** Whether there is a chart in this directory. */
    public static boolean isChart(FileTree tree, String directory) {
        return tree.isFile(TreePath.join(directory, "Chart.yaml"));
    }

    /** The directories elsewhere in the tree whose charts are rendered with a chart ({@code file://}); none if it is refused. */
    public static List<String> localCharts(FileTree tree, String chartDirectory) {
        try {
            boolean none = Stream.of("Chart.yaml", "requirements.yaml")
                    .flatMap(each -> tree.text(TreePath.join(chartDirectory, each)).stream())
                    .noneMatch(each -> each.contains("file:"));
            if (none) {
                return List.of();
            }
            Chart chart = ChartLoader.load(tree, chartDirectory, new HashSet<>());
            return LocalCharts.putInto(tree, chart, new HashSet<>(), new Problems()).charts().stream()
                    .map(Chart::directory)
                    .filter(each -> !each.startsWith(TreePath.join(chartDirectory, "charts/")))
                    .toList();
        } catch (Refusal | TreeException _) {
            return List.of();
        }
    }

    private static HelmRendering rendered(FileTree tree, String directory, ReleaseOptions options) {
        Set<String> read = new HashSet<>();
        Problems problems = new Problems();
        Preconditions.checkRelease(options, problems);
        Chart loaded = ChartLoader.load(tree, directory, read);
        Chart built = LocalCharts.putInto(tree, loaded, read, problems);
        Preconditions.check(built, problems);
        Map<String, @Nullable Object> supplied = SuppliedValues.of(tree, options.values(), read, problems);
        problems.stopIfAny();
        Chart chart = Inclusion.resolve(built, supplied);
        Preconditions.checkVersions(chart, options, problems);
        Map<String, @Nullable Object> values = Coalescence.coalesce(chart, supplied);
        if (options.validateSchema()) {
            SchemaCheck.check(chart, values, problems);
        }
        problems.stopIfAny();
        TemplateRun run = new TemplateRun(
                chart,
                new Release(
                        options.name(),
                        options.namespace(),
                        options.capabilities().kubeVersion(),
                        options.capabilities().apiVersions(),
                        options.now()));
        Map<String, String> texts = run.texts(values);
        return new Output(chart, run).sorted(texts, read);
    }
}
