package dev.slipway.scaffolding.builtin.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges as lodash's {@code merge} does: maps by key, lists by index, everything else is replaced.
 *
 * @param joinLists whether lists are joined instead, without what would stand there twice
 */
record Merging(boolean joinLists) {

    @Nullable
    Object merged(@Nullable Object old, @Nullable Object with) {
        if (old instanceof List<?> list && joinLists) {
            return joined(list, with);
        }
        if (old instanceof Map<?, ?> map && with instanceof Map<?, ?> more) {
            return merged(map, more);
        }
        return old instanceof List<?> list && with instanceof List<?> more ? merged(list, more) : with;
    }

    private Map<String, @Nullable Object> merged(Map<?, ?> old, Map<?, ?> with) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        old.forEach((key, value) -> merged.put(String.valueOf(key), value));
        with.forEach((key, value) -> merged.put(String.valueOf(key), merged(old.get(key), value)));
        return merged;
    }

    private List<@Nullable Object> merged(List<?> old, List<?> with) {
        List<@Nullable Object> merged = new ArrayList<>(old);
        for (int i = 0; i < with.size(); i++) {
            if (i < merged.size()) {
                merged.set(i, merged(merged.get(i), with.get(i)));
            } else {
                merged.add(with.get(i));
            }
        }
        return merged;
    }

    private static List<@Nullable Object> joined(List<?> old, @Nullable Object with) {
        LinkedHashSet<@Nullable Object> all = new LinkedHashSet<>(old);
        if (with instanceof List<?> more) {
            all.addAll(more);
        } else {
            all.add(with);
        }
        return new ArrayList<>(all);
    }
}
