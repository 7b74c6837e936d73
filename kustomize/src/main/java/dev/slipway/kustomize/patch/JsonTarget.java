package dev.slipway.kustomize.patch;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlPointer;
import dev.slipway.kustomize.document.Values;
import dev.slipway.kustomize.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place in an object that a pointer names. As for kubectl an index below zero counts from the end, and what a map does
 * not have may be replaced and copied.
 */
final class JsonTarget {
    private static final Pattern INDEX = Pattern.compile("[-+]?[0-9]{1,9}");

    private final Place place;
    private final YamlPointer pointer;
    private final String key;
    private final @Nullable Map<String, @Nullable Object> map;
    private final @Nullable List<@Nullable Object> list;

    JsonTarget(Place place, Map<String, @Nullable Object> content, YamlPointer pointer) {
        this.place = place;
        this.pointer = pointer;
        if (pointer.segments().isEmpty()) {
            throw new Refusal(
                    place,
                    "A JSON patch cannot change a whole object.",
                    "a path into the object.",
                    "Correct the path.");
        }
        this.key = pointer.segments().getLast();
        Object parent = content;
        for (String segment : pointer.segments().subList(0, pointer.segments().size() - 1)) {
            List<@Nullable Object> entries = Values.asList(parent);
            parent = entries == null ? Values.at(parent, segment) : entries.get(index(segment, entries.size()));
        }
        this.map = Values.asMap(parent);
        this.list = Values.asList(parent);
        if (map == null && list == null) {
            throw missing();
        }
    }

    /** Null as well where a map has nothing. */
    @Nullable
    Object get() {
        return map != null ? map.get(key) : list().get(index(key, list().size()));
    }

    void add(@Nullable Object value) {
        if (map != null) {
            map.put(key, value);
        } else if (key.equals("-")) {
            list().add(value);
        } else {
            list().add(index(key, list().size() + 1), value);
        }
    }

    void replace(@Nullable Object value) {
        if (map != null) {
            map.put(key, value);
        } else {
            list().set(index(key, list().size()), value);
        }
    }

    void remove() {
        if (map == null) {
            list().remove(index(key, list().size()));
        } else if (map.containsKey(key)) {
            map.remove(key);
        } else {
            throw missing();
        }
    }

    private List<@Nullable Object> list() {
        return Objects.requireNonNull(list);
    }

    private int index(String segment, int size) {
        int index = INDEX.matcher(segment).matches() ? Integer.parseInt(segment) : size;
        int fromStart = index < 0 ? index + size : index;
        if (fromStart < 0 || fromStart >= size) {
            throw missing();
        }
        return fromStart;
    }

    private Refusal missing() {
        return new Refusal(
                place,
                "The patched object has nothing at \"" + pointer + "\".",
                "a path that exists in the object; for add and replace, one whose parent exists.",
                "Correct the path, or add the parent first.");
    }
}
