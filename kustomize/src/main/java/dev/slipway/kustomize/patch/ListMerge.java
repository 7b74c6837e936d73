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

    /** Null when the patch deletes the list. */
    @Nullable
    List<@Nullable Object> merge(List<@Nullable Object> base, List<@Nullable Object> patch) {
        if (shape.keys().isEmpty()) {
            Set<@Nullable Object> scalars = new LinkedHashSet<>(patch);
            scalars.addAll(base);
            return new ArrayList<>(scalars);
        }
        String directive = directive(patch);
        if (directive.equals("delete")) {
            return null;
        }
        List<@Nullable Object> rest = directive.equals("replace") ? new ArrayList<>() : new ArrayList<>(base);
        List<@Nullable Object> merged = new ArrayList<>();
        for (Object patchEntry : patch) {
            if (!isDirective(patchEntry)) {
                Map<String, String> key = keyOf(patchEntry);
                Object baseEntry = key.isEmpty() ? null : find(rest, key);
                rest.remove(baseEntry);
                Object entry = merge.entry(baseEntry, patchEntry, entries, path + key);
                if (entry != null) {
                    merged.add(entry);
                }
            }
        }
        rest.forEach(entry -> merged.add(Values.copy(entry)));
        return merged;
    }

    /** An entry that says only {@code $patch} is about the list itself. */
    private static boolean isDirective(@Nullable Object entry) {
        return entry instanceof Map<?, ?> map && map.size() == 1 && map.containsKey(StrategicMerge.DIRECTIVE);
    }

    private static String directive(List<@Nullable Object> patch) {
        return patch.stream()
                .filter(ListMerge::isDirective)
                .map(entry -> String.valueOf(Values.at(entry, StrategicMerge.DIRECTIVE)))
                .findFirst()
                .orElse("merge");
    }

    /** What tells the entry apart: those of the key's fields that it has. */
    private Map<String, String> keyOf(@Nullable Object entry) {
        Map<String, String> key = new LinkedHashMap<>();
        for (String field : shape.keys()) {
            String value = Values.text(entry, field);
            if (value != null) {
                key.put(field, value);
            }
        }
        return key;
    }

    private static @Nullable Object find(List<@Nullable Object> list, Map<String, String> key) {
        for (Object entry : list) {
            if (key.entrySet().stream()
                    .allMatch(field -> field.getValue().equals(Values.text(entry, field.getKey())))) {
                return entry;
            }
        }
        return null;
    }
}
