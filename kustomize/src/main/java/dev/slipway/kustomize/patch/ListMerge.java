package dev.slipway.kustomize.patch;

import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges lists whose entries are told apart by keys: the patch's entries first, then the rest of the base.
 *
 * <p>Differs from kustomize on purpose where it loses what a patch says: a port without protocol in the patch meets the
 * port of that number whatever its protocol.
 */
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
        List<@Nullable Object> kept = directive.equals("replace") ? List.of() : base;
        return merged(kept, patch.stream().filter(entry -> !isDirective(entry)).toList());
    }

    private List<@Nullable Object> merged(List<@Nullable Object> base, List<@Nullable Object> patch) {
        List<@Nullable Object> first = new ArrayList<>();
        List<@Nullable Object> rest = new ArrayList<>();
        withoutRepetitions(base).forEach(entry -> rest.add(Values.copy(entry)));
        boolean inPlace = usesSecondKey(base) || usesSecondKey(patch);
        for (Object patchEntry : patch) {
            int at = indexOf(rest, keyOf(patchEntry));
            Object merged = merge.entry(at < 0 ? null : rest.get(at), patchEntry, entries, path + keyOf(patchEntry));
            if (at >= 0 && (merged == null || !inPlace)) {
                rest.remove(at);
            }
            if (at >= 0 && inPlace && merged != null) {
                rest.set(at, merged);
            } else if (merged != null) {
                first.add(merged);
            }
        }
        first.addAll(rest);
        return first;
    }

    /** Of entries with the same single key kustomize keeps the last one, where the first one is. */
    private List<@Nullable Object> withoutRepetitions(List<@Nullable Object> list) {
        if (shape.keys().size() > 1) {
            return list;
        }
        Map<Object, @Nullable Object> kept = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            Map<String, String> key = keyOf(list.get(i));
            kept.put(key.isEmpty() ? i : key, list.get(i));
        }
        return new ArrayList<>(kept.values());
    }

    /** Where entries have a second key, kustomize leaves those that are in both lists where they are in the base. */
    private boolean usesSecondKey(List<@Nullable Object> list) {
        return shape.keys().size() > 1
                && list.stream().anyMatch(entry -> Values.at(entry, shape.keys().get(1)) != null);
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

    private int indexOf(List<@Nullable Object> list, Map<String, String> key) {
        for (int i = 0; i < list.size(); i++) {
            if (!key.isEmpty() && isSame(keyOf(list.get(i)), key)) {
                return i;
            }
        }
        return -1;
    }

    /** A second key that only one of them has does not tell them apart: no protocol means any. */
    private boolean isSame(Map<String, String> left, Map<String, String> right) {
        String primary = shape.keys().getFirst();
        return Objects.equals(left.get(primary), right.get(primary))
                && left.entrySet().stream()
                        .allMatch(field -> right.getOrDefault(field.getKey(), field.getValue())
                                .equals(field.getValue()));
    }
}
