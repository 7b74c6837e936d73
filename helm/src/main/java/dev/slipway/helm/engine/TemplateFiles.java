package dev.slipway.helm.engine;

import dev.slipway.documents.yaml.Place;
import dev.slipway.helm.chart.Chart;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which file of the tree each template is, by the name that Helm gives it. */
final class TemplateFiles {
    private final Map<String, String> files = new HashMap<>();
    private final String directory;

    TemplateFiles(Chart chart) {
        this.directory = chart.directory();
        add(chart, chart.name());
    }

    private void add(Chart chart, String path) {
        String prefix = chart.directory().isEmpty() ? "" : chart.directory() + "/";
        chart.templates().keySet().forEach(name -> files.put(path + "/" + name, prefix + name));
        chart.charts().forEach(inside -> add(inside, path + "/charts/" + inside.name()));
    }

    String file(String name) {
        return files.getOrDefault(name, directory.isEmpty() ? "Chart.yaml" : directory);
    }

    Place place(dev.slipway.gotemplate.@Nullable Place place) {
        return place == null
                ? new Place(directory.isEmpty() ? "Chart.yaml" : directory + "/Chart.yaml", 1, 1)
                : new Place(file(place.text()), place.line(), place.column() + 1);
    }
}
