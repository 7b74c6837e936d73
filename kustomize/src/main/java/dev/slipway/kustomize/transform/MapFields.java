package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds labels or annotations to every object. */
public final class MapFields {

    private MapFields() {}

    /** Puts the pairs into each of the fields. */
    public static void add(List<Item> items, Map<String, String> pairs, List<FieldSpec> fields) {
        if (pairs.isEmpty()) {
            return;
        }
        for (Item item : items) {
            for (FieldSpec field : fields) {
                field.apply(item, LinkedHashMap::new, value -> with(value, pairs));
            }
        }
    }

    private static @Nullable Object with(@Nullable Object value, Map<String, String> pairs) {
        Map<String, @Nullable Object> map = value == null ? new LinkedHashMap<>() : Values.asMap(value);
        if (map == null) {
            return value;
        }
        new TreeMap<>(pairs).forEach(map::put);
        return map;
    }
}
