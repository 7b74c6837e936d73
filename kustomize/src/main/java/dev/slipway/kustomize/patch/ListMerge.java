package dev.slipway.kustomize.patch;

import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges lists whose entries are told apart by keys: the patch's entries first, then the rest of the base. */
final class ListMerge {
    private final StrategicMerge merge;
    private final Shape shape;
    private final Shape entries;
    private final String path;

    ListMerge(StrategicMerge merge, Shape shape, String path) {
        this.merge = merge;
        this.shape = shape;
        this.entries = new Shape(shape.type(), false, List.of());
        this.path = path;
    }

    List<@Nullable Object> merge(List<@Nullable Object> base, List<@Nullable Object> patch) {
        if (shape.keys().isEmpty()) {
            Set<@Nullable Object> scalars = new LinkedHashSet<>(patch);
            scalars.addAll(base);
            return new ArrayList<>(scalars);
        }
        List<@Nullable Object> rest = new ArrayList<>(base);
        List<@Nullable Object> merged = new ArrayList<>();
        for (Map<String, Object> key : keysOf(patch)) {
            Object patchEntry = find(patch, key);
            Object baseEntry = find(rest, key);
            rest.remove(baseEntry);
            Object entry = merge.entry(baseEntry, patchEntry, entries, path + "[" + key + "]");
            if (entry != null) {
                merged.add(entry);
            }
        }
        rest.forEach(entry -> merged.add(Values.copy(entry)));
        return merged;
    }

    /** The keys of the entries in their order, each once; a key holds only the fields that are there. */
    private Set<Map<String, Object>> keysOf(List<@Nullable Object> list) {
        Set<Map<String, Object>> keys = new LinkedHashSet<>();
        for (Object entry : list) {
            Map<String, Object> key = new LinkedHashMap<>();
            for (String field : shape.keys()) {
                Object value = Values.at(entry, field);
                if (value != null) {
                    key.put(field, value.toString());
                }
            }
            if (!key.isEmpty()) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static @Nullable Object find(List<@Nullable Object> list, Map<String, Object> key) {
        for (Object entry : list) {
            if (key.entrySet().stream()
                    .allMatch(field -> field.getValue().equals(Values.text(entry, field.getKey())))) {
                return entry;
            }
        }
        return null;
    }
}
