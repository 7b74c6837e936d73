package dev.slipway.kustomize.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks, copies and freezes plain values: maps with text keys, lists and scalars. */
public final class Values {

    private Values() {}

    /** The value at a path of keys and list indices, or null. */
    public static @Nullable Object at(@Nullable Object root, String... path) {
        @Nullable Object value = root;
        for (String key : path) {
            value = switch (value) {
                case null -> null;
                case Map<?, ?> map -> map.get(key);
                case List<?> list ->
                    key.matches("[0-9]{1,9}") && Integer.parseInt(key) < list.size()
                            ? list.get(Integer.parseInt(key))
                            : null;
                default -> null;
            };
        }
        return value;
    }

    /** The text of the scalar at a path, or null when it is missing, null, a map or a list. */
    public static @Nullable String text(@Nullable Object root, String... path) {
        Object value = at(root, path);
        return value == null || value instanceof Map<?, ?> || value instanceof List<?> ? null : value.toString();
    }

    /** The map at a path, or null when it is missing or something else. */
    public static @Nullable Map<String, @Nullable Object> map(@Nullable Object root, String... path) {
        return asMap(at(root, path));
    }

    /** The list at a path, or null when it is missing or something else. */
    public static @Nullable List<@Nullable Object> list(@Nullable Object root, String... path) {
        return asList(at(root, path));
    }

    @SuppressWarnings("unchecked") // every map in plain values has texts as keys
    public static @Nullable Map<String, @Nullable Object> asMap(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, @Nullable Object>) value : null;
    }

    @SuppressWarnings("unchecked")
    public static @Nullable List<@Nullable Object> asList(@Nullable Object value) {
        return value instanceof List<?> ? (List<@Nullable Object>) value : null;
    }

    /** A deep copy that may be changed. */
    public static Map<String, @Nullable Object> mutable(Map<String, ? extends @Nullable Object> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key, copy(value)));
        return copy;
    }

    /** A deep copy that may be changed; scalars are themselves. */
    public static @Nullable Object copy(@Nullable Object value) {
        Map<String, @Nullable Object> map = asMap(value);
        if (map != null) {
            return mutable(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return value;
    }

    /** A deep copy that cannot be changed; of one that cannot be changed already, itself. */
    public static Map<String, @Nullable Object> frozen(Map<String, ? extends @Nullable Object> map) {
        if (map instanceof FrozenMap frozen) {
            return frozen;
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key, frozenValue(value)));
        return copy.size() > FrozenMap.LARGEST ? Collections.unmodifiableMap(copy) : new FrozenMap(copy);
    }

    private static @Nullable Object frozenValue(@Nullable Object value) {
        Map<String, @Nullable Object> map = asMap(value);
        if (map != null) {
            return frozen(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(frozenValue(item)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }
}
