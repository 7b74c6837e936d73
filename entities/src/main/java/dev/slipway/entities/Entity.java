package dev.slipway.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entity as its owner declared it.
 *
 * @param ref its identity
 * @param document all fields, as plain values: maps, lists, texts, numbers, booleans and null
 */
public record Entity(EntityRef ref, Map<String, @Nullable Object> document) {

    /** The kind as it was written, for example {@code Component}. */
    public String kind() {
        return String.valueOf(document.get("kind"));
    }

    /** The name as it was written. */
    public String name() {
        return text("metadata", "name").orElse(ref.name());
    }

    public Optional<String> title() {
        return text("metadata", "title");
    }

    /** What people call it: its title, or the name in the profile of a user or a group; empty when it has neither. */
    public Optional<String> label() {
        return title().or(() -> text("spec", "profile", "displayName")).filter(label -> !label.isBlank());
    }

    public Optional<String> description() {
        return text("metadata", "description");
    }

    public Optional<String> annotation(String key) {
        return text("metadata", "annotations", key);
    }

    /** The texts of {@code metadata.tags}. */
    public List<String> tags() {
        return texts("metadata", "tags");
    }

    /** The text at this path; empty when there is none or it is something else. */
    public Optional<String> text(String... path) {
        return at(path) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The texts of the list at this path. */
    public List<String> texts(String... path) {
        List<String> texts = new ArrayList<>();
        if (at(path) instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return List.copyOf(texts);
    }

    /** The value at this path of keys, or null. */
    public @Nullable Object at(String... path) {
        Object value = document;
        for (String key : path) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }
}
