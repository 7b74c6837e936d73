package dev.slipway.helm.values;

import dev.slipway.helm.format.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps laid over each other. */
public final class Tables {

    private Tables() {}

    /** The upper one's values win, maps are merged, and nulls stay: how files of values come together. */
    public static void overlay(Map<String, @Nullable Object> lower, Map<String, ? extends @Nullable Object> upper) {
        upper.forEach((key, value) -> {
            Map<String, @Nullable Object> more = Values.map(value);
            Map<String, @Nullable Object> there = Values.map(lower.get(key));
            if (more != null && there != null) {
                overlay(there, more);
            } else {
                lower.put(key, value);
            }
        });
    }

    /**
     * Fills a map with defaults.
     *
     * @param merge nulls stay; otherwise they take the default away and go
     */
    static Map<String, @Nullable Object> fill(
            Map<String, @Nullable Object> values, Map<String, @Nullable Object> defaults, boolean merge) {
        defaults.forEach((key, value) -> {
            if (!values.containsKey(key)) {
                values.put(key, value);
                return;
            }
            Object there = values.get(key);
            if (there == null && !merge) {
                // A null that is the default itself stays.
                if (value != null) {
                    values.remove(key);
                }
                return;
            }
            Map<String, @Nullable Object> below = Values.map(there);
            Map<String, @Nullable Object> more = Values.map(value);
            if (below != null && more != null) {
                fill(below, more, merge);
            }
        });
        return values;
    }

    /** The map at a path, null when there is none. */
    static @Nullable Map<String, @Nullable Object> at(Map<String, @Nullable Object> map, String path) {
        return Values.map(Values.at(map, path));
    }

    /** A map that holds another at a path; {@code .} is the map itself. */
    static Map<String, @Nullable Object> nested(String path, Map<String, @Nullable Object> map) {
        if (path.equals(".")) {
            return map;
        }
        Map<String, @Nullable Object> nested = map;
        for (String key : List.of(path.split("\\.", -1)).reversed()) {
            Map<String, @Nullable Object> outer = new java.util.LinkedHashMap<>();
            outer.put(key, nested);
            nested = outer;
        }
        return nested;
    }
}
