package dev.slipway.gitops.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of a manifest with the types that are expected of its fields; what has another type is not there. */
public record Fields(Map<String, @Nullable Object> content) {

    public static Fields of(@Nullable Object value) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> content.put(String.valueOf(key), each));
        }
        return new Fields(content);
    }

    /** Whether a value holds anything but what a program in Go takes for left out: empty texts, lists and maps, and false. */
    public static boolean says(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.values().stream().anyMatch(Fields::says);
            case List<?> list -> !list.isEmpty();
            case String text -> !text.isEmpty();
            case Boolean flag -> flag;
            case null -> false;
            default -> true;
        };
    }

    public boolean has(String key) {
        return content.get(key) != null;
    }

    public @Nullable String text(String key) {
        Object value = content.get(key);
        return value == null || value instanceof Map<?, ?> || value instanceof List<?> ? null : value.toString();
    }

    public String textOr(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    public boolean flag(String key) {
        return "true".equals(text(key));
    }

    public Fields map(String key) {
        return of(content.get(key));
    }

    public List<?> list(String key) {
        return content.get(key) instanceof List<?> list ? list : List.of();
    }

    public List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    public List<Fields> maps(String key) {
        return list(key).stream().map(Fields::of).toList();
    }

    /** The map's values as texts, in its order. */
    public Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        map(key).content().forEach((name, value) -> pairs.put(name, value == null ? "" : value.toString()));
        return pairs;
    }
}
