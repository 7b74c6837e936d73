package dev.slipway.documents.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes copies of plain values: what an edited document has to mean. */
final class Plain {

    private Plain() {}

    static Object copy(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, item) -> copy.put(String.valueOf(key), nullable(item)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(nullable(item)));
                yield copy;
            }
            case Integer number -> number.longValue();
            case Float number -> number.doubleValue();
            default -> value;
        };
    }

    private static @Nullable Object nullable(@Nullable Object value) {
        return value == null ? null : copy(value);
    }

    static Object with(@Nullable Object root, List<String> segments, Object value) {
        if (segments.isEmpty()) {
            return value;
        }
        List<String> below = segments.subList(1, segments.size());
        if (root instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list);
            int index = Integer.parseInt(segments.getFirst());
            if (index < copy.size()) {
                copy.set(index, with(copy.get(index), below, value));
            } else {
                copy.add(with(null, below, value));
            }
            return copy;
        }
        Map<String, @Nullable Object> copy = map(root);
        copy.put(segments.getFirst(), with(copy.get(segments.getFirst()), below, value));
        return copy;
    }

    static Object without(@Nullable Object root, List<String> segments) {
        String first = segments.getFirst();
        List<String> below = segments.subList(1, segments.size());
        if (root instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list);
            int index = Integer.parseInt(first);
            if (below.isEmpty()) {
                copy.remove(index);
            } else {
                copy.set(index, without(copy.get(index), below));
            }
            return copy;
        }
        Map<String, @Nullable Object> copy = map(root);
        if (below.isEmpty()) {
            copy.remove(first);
        } else {
            copy.put(first, without(copy.get(first), below));
        }
        return copy;
    }

    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> copy.put(String.valueOf(key), item));
        }
        return copy;
    }
}
