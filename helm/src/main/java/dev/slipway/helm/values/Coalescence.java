package dev.slipway.helm.values;

import dev.slipway.documents.yaml.Place;
import dev.slipway.helm.chart.Chart;
import dev.slipway.helm.format.Values;
import dev.slipway.kustomize.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a chart and of the charts inside it: each gets its own defaults below what its parent says, and the globals. */
public final class Coalescence {
    private static final String GLOBAL = "global";

    private final boolean merge;

    private Coalescence(boolean merge) {
        this.merge = merge;
    }

    /** All values of a chart; a null takes the default away. The given ones stay as they are. */
    public static Map<String, @Nullable Object> coalesce(Chart chart, Map<String, @Nullable Object> values) {
        return new Coalescence(false).chart(chart, Values.copy(values));
    }

    /** As {@link #coalesce}, nulls kept. */
    static Map<String, @Nullable Object> merge(Chart chart, Map<String, @Nullable Object> values) {
        return new Coalescence(true).chart(chart, Values.copy(values));
    }

    private Map<String, @Nullable Object> chart(Chart chart, Map<String, @Nullable Object> values) {
        defaults(chart, values);
        for (Chart inside : chart.charts()) {
            Object own = values.containsKey(inside.name())
                    ? values.get(inside.name())
                    : new LinkedHashMap<String, @Nullable Object>();
            Map<String, @Nullable Object> map = Values.map(own);
            if (map == null) {
                throw new Refusal(
                        new Place(chart.directory(), 1, 1),
                        "The value \"" + inside.name() + "\" is no map, but there is a chart of this name inside.",
                        "a map with the values of that chart.",
                        "Correct the values.");
            }
            globals(map, values);
            values.put(inside.name(), chart(inside, map));
        }
        return values;
    }

    private void defaults(Chart chart, Map<String, @Nullable Object> values) {
        Values.copy(chart.values()).forEach((key, value) -> {
            if (!values.containsKey(key)) {
                values.put(key, value);
                return;
            }
            Object there = values.get(key);
            Map<String, @Nullable Object> below = Values.map(there);
            Map<String, @Nullable Object> more = Values.map(value);
            if (there == null && !merge) {
                values.remove(key);
            } else if (below != null && more != null) {
                boolean inside =
                        chart.charts().stream().anyMatch(each -> each.name().equals(key));
                Tables.fill(below, more, merge || inside);
            }
        });
    }

    /** The parent's globals over the chart's own. */
    private void globals(Map<String, @Nullable Object> chart, Map<String, @Nullable Object> parent) {
        Object own = chart.containsKey(GLOBAL) ? chart.get(GLOBAL) : new LinkedHashMap<String, @Nullable Object>();
        Object above = parent.containsKey(GLOBAL) ? parent.get(GLOBAL) : new LinkedHashMap<String, @Nullable Object>();
        Map<String, @Nullable Object> into = Values.map(own);
        Map<String, @Nullable Object> from = Values.map(above);
        if (into == null || from == null) {
            return;
        }
        from.forEach((key, value) -> {
            Map<String, @Nullable Object> table = Values.map(value);
            Map<String, @Nullable Object> there = Values.map(into.get(key));
            if (!into.containsKey(key) || (table == null && there == null)) {
                // Copied one level deep, as Helm does: what lies deeper is the parent's as well.
                into.put(key, table == null ? value : new LinkedHashMap<>(table));
            } else if (table != null && there != null) {
                into.put(key, Tables.fill(new LinkedHashMap<>(table), there, merge));
            }
        });
        chart.put(GLOBAL, into);
    }
}
