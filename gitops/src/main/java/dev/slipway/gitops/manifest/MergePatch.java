package dev.slipway.gitops.manifest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays one map over another as RFC 7396 says: maps are merged, lists replaced, and null removes. */
public final class MergePatch {

    private MergePatch() {}

    public static Map<String, @Nullable Object> of(
            Map<String, @Nullable Object> base, Map<String, @Nullable Object> patch) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(base);
        patch.forEach((key, value) -> {
            if (value == null) {
                merged.remove(key);
            } else if (value instanceof Map<?, ?>) {
                merged.put(
                        key,
                        of(
                                Fields.of(merged.get(key)).content(),
                                Fields.of(value).content()));
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }
}
