package dev.slipway.template.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The order of a JavaScript object's properties: those that are whole numbers first, ascending, then the others as they came. */
public final class PropertyOrder {

    private static final long LARGEST_INDEX = 4294967294L;
    private static final int LONGEST_INDEX = 10;

    private PropertyOrder() {}

    public static Map<String, @Nullable Object> newMap(int size) {
        return new LinkedHashMap<>(Math.max(8, size * 2));
    }

    /** The map itself, or an ordered copy. */
    public static Map<String, @Nullable Object> ordered(Map<String, @Nullable Object> map) {
        boolean indexed = map.keySet().stream().anyMatch(key -> index(key) >= 0);
        if (!indexed) {
            return map;
        }
        Map<Long, String> numbers = new TreeMap<>();
        map.keySet().stream().filter(key -> index(key) >= 0).forEach(key -> numbers.put(index(key), key));
        Map<String, @Nullable Object> ordered = newMap(map.size());
        numbers.values().forEach(key -> ordered.put(key, map.get(key)));
        map.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** The number that a key is as an index, or -1. */
    static long index(String key) {
        if (key.isEmpty() || key.length() > LONGEST_INDEX || (key.charAt(0) == '0' && key.length() > 1)) {
            return -1;
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) < '0' || key.charAt(i) > '9') {
                return -1;
            }
        }
        long index = Long.parseLong(key);
        return index <= LARGEST_INDEX ? index : -1;
    }
}
