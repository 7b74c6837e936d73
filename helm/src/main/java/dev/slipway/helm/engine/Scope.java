package dev.slipway.helm.engine;

import dev.slipway.helm.chart.Chart;
import dev.slipway.helm.format.Values;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each template sees, and the order in which they are parsed and executed: deep ones first, as Helm has it. */
final class Scope {
    private static final Comparator<String> ORDER = Comparator.comparingLong(
                    (String name) -> name.chars().filter(c -> c == '/').count())
            .thenComparing(Comparator.naturalOrder())
            .reversed();

    private final SequencedMap<String, Entry> templates = new TreeMap<>(ORDER);
    private final Map<String, @Nullable Object> release;
    private final Struct cluster;

    /**
     * A template.
     *
     * @param data of its chart; the same map for all of its templates
     * @param basePath the folder templates/ as Helm names it
     */
    record Entry(String text, Map<String, @Nullable Object> data, String basePath) {}

    private Scope(Release release, Warnings warnings) {
        this.release = release(release);
        this.cluster = ClusterObject.of(release, warnings);
    }

    static SequencedMap<String, Entry> of(
            Chart chart, Map<String, @Nullable Object> values, Release release, Warnings warnings) {
        Scope scope = new Scope(release, warnings);
        scope.add(chart, values, chart.name(), true);
        return scope.templates;
    }

    private static Map<String, @Nullable Object> release(Release release) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("Name", release.name());
        map.put("Namespace", release.namespace());
        map.put("IsUpgrade", false);
        map.put("IsInstall", true);
        map.put("Revision", 1L);
        map.put("Service", "Helm");
        return map;
    }

    private Map<String, @Nullable Object> add(
            Chart chart, Map<String, @Nullable Object> values, String path, boolean root) {
        Map<String, @Nullable Object> inside = new LinkedHashMap<>();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("Chart", ChartObject.of(chart, root));
        data.put("Files", new ChartFiles(chart.files()));
        data.put("Release", release);
        data.put("Capabilities", cluster);
        data.put("Values", values);
        data.put("Subcharts", inside);
        for (Chart each : chart.charts()) {
            Map<String, @Nullable Object> own = Values.map(values.get(each.name()));
            Map<String, @Nullable Object> below = own == null ? new LinkedHashMap<>() : own;
            inside.put(each.name(), add(each, below, path + "/charts/" + each.name(), false));
        }
        chart.templates().forEach((name, text) -> {
            boolean partial = name.substring(name.lastIndexOf('/') + 1).startsWith("_");
            if (partial || !chart.metadata().isLibrary()) {
                templates.put(path + "/" + name, new Entry(text, data, path + "/templates"));
            }
        });
        return data;
    }
}
