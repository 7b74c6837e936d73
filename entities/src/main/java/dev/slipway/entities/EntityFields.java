package dev.slipway.entities;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An entity flattened into the fields that filters ask for: dotted lower-case paths and lower-case values. The items of a list
 * share its path, and a text in one is a field of its own with the value {@code true} as well ({@code metadata.tags.java}).
 * Source: the search index of Backstage's catalog.
 */
public final class EntityFields {

    private static final int LONGEST = 200;
    private static final Set<String> LEFT_OUT = Set.of("relations", "status", "attachments");

    private EntityFields() {}

    /** Hands over every field with its value; null where the value is null or longer than 200 characters. */
    public static void each(Map<String, @Nullable Object> document, BiConsumer<String, @Nullable String> visitor) {
        document.forEach((key, value) -> {
            if (!LEFT_OUT.contains(key)) {
                visit(lower(key), value, visitor);
            }
        });
        if (!(document.get("metadata") instanceof Map<?, ?> metadata) || metadata.get("namespace") == null) {
            visitor.accept("metadata.namespace", EntityRef.DEFAULT_NAMESPACE);
        }
    }

    /** All fields with their values. */
    public static Map<String, Set<String>> of(Map<String, @Nullable Object> document) {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        each(document, (key, value) -> {
            Set<String> values = fields.computeIfAbsent(key, _ -> new LinkedHashSet<>());
            if (value != null) {
                values.add(value);
            }
        });
        return fields;
    }

    private static void visit(String path, @Nullable Object value, BiConsumer<String, @Nullable String> visitor) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, item) -> visit(path + "." + lower(String.valueOf(key)), item, visitor));
            case List<?> list -> list.forEach(item -> item(path, item, visitor));
            case null -> accept(path, null, visitor);
            default -> accept(path, lower(String.valueOf(value)), visitor);
        }
    }

    private static void item(String path, @Nullable Object item, BiConsumer<String, @Nullable String> visitor) {
        visit(path, item, visitor);
        if (item instanceof String text) {
            accept(path + "." + lower(text), "true", visitor);
        }
    }

    private static void accept(String path, @Nullable String value, BiConsumer<String, @Nullable String> visitor) {
        if (path.length() <= LONGEST) {
            visitor.accept(path, value == null || value.length() > LONGEST ? null : value);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
