package dev.slipway.helm.chart;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The charts that a chart takes from elsewhere in the tree ({@code repository: file://../common}), put into it as
 * {@code helm dependency build} does it. That packs what lies there with its own charts/, and nothing that those charts
 * declare besides.
 */
public final class LocalCharts {

    private final FileTree tree;
    private final Chart chart;
    private final Set<String> read;
    private final Map<String, Chart> byDirectory = new TreeMap<>();

    private LocalCharts(FileTree tree, Chart chart, Set<String> read) {
        this.tree = tree;
        this.chart = chart;
        this.read = read;
    }

    /**
     * The chart as it is if nothing that it declares is missing in its charts/; otherwise with all that it takes from
     * elsewhere in the tree, in place of what has the same name in its charts/.
     *
     * @param read takes the paths of all files and directories that were looked at
     */
    public static Chart putInto(FileTree tree, Chart chart, Set<String> read, Problems problems) {
        return chart.metadata().dependencies().stream().allMatch(chart::holds)
                ? chart
                : new LocalCharts(tree, chart, read).built(problems);
    }

    private Chart built(Problems problems) {
        chart.metadata().dependencies().stream()
                .filter(Dependency::isLocal)
                .forEach(each -> problems.collect(() -> add(each)));
        Set<String> names = byDirectory.values().stream().map(Chart::name).collect(Collectors.toSet());
        List<Chart> charts = new ArrayList<>(chart.charts());
        charts.removeIf(each -> names.contains(each.name()));
        charts.addAll(byDirectory.values());
        return chart.withCharts(charts);
    }

    private void add(Dependency dependency) {
        Place place = chart.place(dependency);
        String directory = directory(dependency, place);
        Chart found = byDirectory.computeIfAbsent(directory, each -> ChartLoader.load(tree, each, read));
        if (!found.name().equals(dependency.name())) {
            throw new Refusal(
                    place,
                    "The chart in " + named(directory) + " is \"" + found.name() + "\", not \"" + dependency.name()
                            + "\".",
                    "the name of the chart that lies there.",
                    "Correct the name; alias gives it another one here.");
        }
        ChartLock.of(tree, chart, read).check(dependency, found, place);
    }

    private String directory(Dependency dependency, Place place) {
        String written = dependency.repository();
        String path = written.substring(Dependency.LOCAL.length());
        if (path.startsWith("/")) {
            throw refused(
                    place, "\"" + written + "\" is absolute; it means a place on the computer that builds the chart.");
        }
        String directory;
        try {
            directory = TreePath.resolve(chart.directory(), path);
        } catch (TreeException _) {
            throw refused(place, "\"" + written + "\" leads out of the repository.");
        }
        if (!tree.isFile(TreePath.join(directory, "Chart.yaml"))) {
            read.add(directory);
            throw refused(
                    place,
                    "There is no chart in " + named(directory) + ", which \"" + written
                            + "\" names; links are not followed.");
        }
        if (directory.isEmpty() || (chart.directory() + "/").startsWith(directory + "/")) {
            throw refused(place, "\"" + written + "\" is the chart itself, or holds it: this never ends.");
        }
        return directory;
    }

    private static String named(String directory) {
        return directory.isEmpty() ? "the repository's root" : "\"" + directory + "\"";
    }

    private static Refusal refused(Place place, String what) {
        return new Refusal(
                place,
                what,
                "the directory of another chart, from this chart's directory, such as file://../common.",
                "Correct the path, or keep the chart in charts/.");
    }
}
