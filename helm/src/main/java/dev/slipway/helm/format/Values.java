package dev.slipway.helm.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values (maps, lists, scalars) without promises about their types: asked and copied. */
public final class Values {

    private Values() {}

    /** The same map if it is one. */
    @SuppressWarnings("unchecked") // maps of plain values have texts as keys
    public static @Nullable Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
    }

    /** The same list if it is one. */
    @SuppressWarnings("unchecked")
    public static @Nullable List<@Nullable Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<@Nullable Object>) list : null;
    }

    /** Maps and lists copied, however deep; all copies may be changed. */
    public static @Nullable Object copy(@Nullable Object value) {
        Map<String, @Nullable Object> map = map(value);
        if (map != null && !(value instanceof dev.slipway.gotemplate.GoObject)) {
            return copy(map);
        }
        List<@Nullable Object> list = list(value);
        if (list != null && !(value instanceof dev.slipway.gotemplate.GoObject)) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return value;
    }

    public static Map<String, @Nullable Object> copy(Map<String, ? extends @Nullable Object> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key, copy(value)));
        return copy;
    }

    /** The value at a path of keys with dots between; null where one is missing or its parent is no map. */
    public static @Nullable Object at(Map<String, @Nullable Object> map, String path) {
        Object at = map;
        for (String key : path.split("\\.", -1)) {
            Map<String, @Nullable Object> here = map(at);
            if (here == null) {
                return null;
            }
            at = here.get(key);
        }
        return at;
    }
}
