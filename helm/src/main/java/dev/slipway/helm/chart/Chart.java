package dev.slipway.helm.chart;

import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chart and the charts inside it.
 *
 * @param directory where its files come from, from the root of the tree; for messages
 * @param values its defaults, to be copied before they are changed
 * @param schema the text of values.schema.json, null when it has none
 * @param templates text by path below the chart: {@code templates/service.yaml}
 * @param files everything else, by path below the chart
 * @param charts those in its folder charts/, as far as they are enabled
 */
public record Chart(
        ChartMetadata metadata,
        String directory,
        Map<String, @Nullable Object> values,
        @Nullable String schema,
        Map<String, String> templates,
        Map<String, byte[]> files,
        List<Chart> charts) {

    public Chart {
        charts = List.copyOf(charts);
    }

    public String name() {
        return metadata.name();
    }

    public Chart withValues(Map<String, @Nullable Object> others) {
        return new Chart(metadata, directory, others, schema, templates, files, charts);
    }

    public Chart withCharts(List<Chart> others) {
        return new Chart(metadata, directory, values, schema, templates, files, others);
    }

    public Chart withDependencies(List<Dependency> dependencies) {
        return new Chart(metadata.depending(dependencies), directory, values, schema, templates, files, charts);
    }

    /** Under the name that a dependency gives it. */
    Chart named(String alias) {
        return new Chart(metadata.named(alias), directory, values, schema, templates, files, charts);
    }

    /** The chart of its folder charts/ that a dependency means, under the name that it gives it. */
    public @Nullable Chart find(Dependency dependency) {
        for (Chart chart : charts) {
            if (dependency.means(chart.metadata)) {
                return dependency.alias().isEmpty() ? chart : chart.named(dependency.alias());
            }
        }
        return null;
    }

    /** Whether the chart that a dependency names is in its folder charts/, of whatever version. */
    public boolean holds(Dependency dependency) {
        return charts.stream().anyMatch(each -> each.name().equals(dependency.name()));
    }

    /** Where a dependency is declared. */
    public Place place(Dependency dependency) {
        String file = files.containsKey("requirements.yaml") ? "requirements.yaml" : "Chart.yaml";
        return new Place(TreePath.join(directory, file), dependency.line(), 1);
    }

    /** Whether one of its dependencies means this chart. */
    public boolean declares(Chart chart) {
        return metadata.dependencies().stream().anyMatch(dependency -> dependency.means(chart.metadata));
    }
}
