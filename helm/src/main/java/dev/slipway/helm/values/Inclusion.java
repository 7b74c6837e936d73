package dev.slipway.helm.values;

import dev.slipway.helm.chart.Chart;
import dev.slipway.helm.chart.Dependency;
import dev.slipway.helm.format.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which charts inside a chart take part, under which names, and what values they hand to it. */
public final class Inclusion {

    private Inclusion() {}

    /** The chart with its enabled dependencies, with the values that it imports from them. */
    public static Chart resolve(Chart chart, Map<String, @Nullable Object> values) {
        return imported(enabled(chart, values, ""));
    }

    private static Chart enabled(Chart chart, Map<String, @Nullable Object> values, String path) {
        if (chart.metadata().dependencies().isEmpty()) {
            return chart;
        }
        Chart named = chart.withCharts(named(chart));
        Map<String, @Nullable Object> all = Coalescence.coalesce(named, values);
        List<Dependency> kept = new ArrayList<>();
        List<String> disabled = new ArrayList<>();
        for (Dependency dependency : chart.metadata().dependencies()) {
            if (isEnabled(dependency, all, path)) {
                kept.add(dependency);
            } else {
                disabled.add(dependency.calledName());
            }
        }
        kept.removeIf(dependency -> disabled.contains(dependency.calledName()));
        List<Chart> charts = named.charts().stream()
                .filter(each -> !disabled.contains(each.name()))
                .map(each -> enabled(each, all, path + each.name() + "."))
                .toList();
        return named.withCharts(charts).withDependencies(kept);
    }

    /** What no dependency means, then what each means, under its alias. */
    private static List<Chart> named(Chart chart) {
        List<Chart> charts = new ArrayList<>();
        chart.charts().stream().filter(each -> !chart.declares(each)).forEach(charts::add);
        for (Dependency dependency : chart.metadata().dependencies()) {
            Chart found = chart.find(dependency);
            if (found != null) {
                charts.add(found);
            }
        }
        return charts;
    }

    private static boolean isEnabled(Dependency dependency, Map<String, @Nullable Object> values, String path) {
        for (String condition : dependency.condition().strip().split(",")) {
            if (!condition.isEmpty() && Values.at(values, path + condition) instanceof Boolean decided) {
                return decided;
            }
        }
        return isTagged(dependency, values);
    }

    private static boolean isTagged(Dependency dependency, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> tags = Values.map(values.get("tags"));
        if (tags == null) {
            return true;
        }
        List<@Nullable Object> set =
                dependency.tags().stream().<@Nullable Object>map(tags::get).toList();
        return set.contains(true) || !set.contains(false);
    }

    private static Chart imported(Chart chart) {
        Chart inside = chart.withCharts(
                chart.charts().stream().map(Inclusion::imported).toList());
        if (inside.metadata().dependencies().isEmpty()) {
            return inside;
        }
        Map<String, @Nullable Object> values = Coalescence.merge(inside, new LinkedHashMap<>());
        Map<String, @Nullable Object> imports = new LinkedHashMap<>();
        for (Dependency dependency : inside.metadata().dependencies()) {
            dependency.importValues().forEach(each -> take(each, dependency.calledName(), values, imports));
        }
        return inside.withValues(Tables.fill(Values.copy(values), imports, true));
    }

    private static void take(
            @Nullable Object entry,
            String name,
            Map<String, @Nullable Object> values,
            Map<String, @Nullable Object> imports) {
        Map<String, @Nullable Object> paths = Values.map(entry);
        String child = entry instanceof String export
                ? "exports." + export
                : paths == null ? "" : String.valueOf(paths.get("child"));
        String parent = paths == null ? "." : String.valueOf(paths.get("parent"));
        Map<String, @Nullable Object> table = Tables.at(values, name + "." + child);
        if (table != null) {
            Tables.fill(imports, Values.copy(Tables.nested(parent, table)), true);
        }
    }
}
