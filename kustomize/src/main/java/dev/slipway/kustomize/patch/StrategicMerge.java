package dev.slipway.kustomize.patch;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Values;
import dev.slipway.kustomize.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges a patch into an object by Kubernetes' rules for strategic merge patches. */
final class StrategicMerge {
    static final String DIRECTIVE = "$patch";

    private final Place place;
    private final Schema schema;

    /** @param place of the patch, for messages */
    StrategicMerge(Place place, Schema schema) {
        this.place = place;
        this.schema = schema;
    }

    /** The merged object, or null when the patch deletes it. Neither argument is changed. */
    @Nullable
    Map<String, @Nullable Object> merge(
            Map<String, @Nullable Object> base, Map<String, @Nullable Object> patch, Gvk gvk) {
        return Values.asMap(value(base, patch, schema.of(gvk), ""));
    }

    private @Nullable Object value(@Nullable Object base, @Nullable Object patch, Shape shape, String path) {
        Map<String, @Nullable Object> patchMap = Values.asMap(patch);
        List<@Nullable Object> patchList = Values.asList(patch);
        checkKinds(base, patch, path);
        if (patchMap != null) {
            Map<String, @Nullable Object> baseMap = Values.asMap(base);
            return map(baseMap == null ? Map.of() : baseMap, patchMap, shape, path);
        }
        if (patchList != null && shape.merges()) {
            List<@Nullable Object> baseList = Values.asList(base);
            return new ListMerge(this, shape, path).merge(baseList == null ? List.of() : baseList, patchList);
        }
        return Values.copy(patch);
    }

    private void checkKinds(@Nullable Object base, @Nullable Object patch, String path) {
        if (base != null && patch != null && !kind(base).equals(kind(patch))) {
            throw new Refusal(
                    place,
                    "The patch has " + kind(patch) + " at " + (path.isEmpty() ? "its top" : path)
                            + " where the object has " + kind(base) + ".",
                    kind(base) + ".",
                    "Correct the patch.");
        }
    }

    private static String kind(Object value) {
        return value instanceof Map<?, ?> ? "a map" : value instanceof List<?> ? "a list" : "a scalar";
    }

    /** Null when the patch says that the map is deleted. */
    private @Nullable Object map(
            Map<String, @Nullable Object> base, Map<String, @Nullable Object> patch, Shape shape, String path) {
        String directive = directive(patch, path);
        if (directive.equals("delete")) {
            return null;
        }
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        if (directive.equals("merge")) {
            merged.putAll(Values.mutable(base));
        }
        Set<String> keys = new LinkedHashSet<>(patch.keySet());
        keys.remove(DIRECTIVE);
        for (String key : keys) {
            Object value = patch.get(key) == null
                    ? null
                    : value(merged.get(key), patch.get(key), schema.field(shape, key), path + "/" + key);
            if (value == null) {
                merged.remove(key);
            } else {
                merged.put(key, value);
            }
        }
        return merged;
    }

    private String directive(Map<String, @Nullable Object> patch, String path) {
        Object directive = patch.get(DIRECTIVE);
        if (directive == null) {
            return "merge";
        }
        String text = directive.toString();
        if (!Set.of("delete", "replace", "merge").contains(text)) {
            throw new Refusal(
                    place,
                    "\"$patch: " + text + "\" at " + (path.isEmpty() ? "the patch's top" : path) + " is not known.",
                    "delete, replace or merge.",
                    "Correct the directive.");
        }
        return text;
    }

    /** The merged entry of a list, or null when it is deleted. */
    @Nullable
    Object entry(@Nullable Object base, @Nullable Object patch, Shape shape, String path) {
        Object merged = patch == null ? Values.copy(base) : value(base, patch, shape, path);
        return merged instanceof Map<?, ?> map && map.isEmpty() ? null : merged;
    }
}
