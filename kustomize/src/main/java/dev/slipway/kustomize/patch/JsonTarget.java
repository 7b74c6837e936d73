package dev.slipway.kustomize.patch;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlPointer;
import dev.slipway.kustomize.document.Values;
import dev.slipway.kustomize.problem.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The place in an object that a pointer names. */
final class JsonTarget {
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
            parent = Values.at(parent, segment);
        }
        this.map = Values.asMap(parent);
        this.list = Values.asList(parent);
        if (map == null && list == null) {
            throw missing();
        }
    }

    @Nullable
    Object get() {
        requirePresent();
        return map != null ? map.get(key) : list().get(index());
    }

    void add(@Nullable Object value) {
        if (map != null) {
            map.put(key, value);
        } else if (key.equals("-")) {
            list().add(value);
        } else {
            int index = index();
            if (index > list().size()) {
                throw missing();
            }
            list().add(index, value);
        }
    }

    void replace(@Nullable Object value) {
        requirePresent();
        if (map != null) {
            map.put(key, value);
        } else {
            list().set(index(), value);
        }
    }

    void remove() {
        requirePresent();
        if (map != null) {
            map.remove(key);
        } else {
            list().remove(index());
        }
    }

    private void requirePresent() {
        if (map != null ? !map.containsKey(key) : index() >= list().size()) {
            throw missing();
        }
    }

    private List<@Nullable Object> list() {
        if (list == null) {
            throw missing();
        }
        return list;
    }

    private int index() {
        if (!key.matches("0|[1-9][0-9]{0,8}")) {
            throw missing();
        }
        return Integer.parseInt(key);
    }

    private Refusal missing() {
        return new Refusal(
                place,
                "The patched object has nothing at \"" + pointer + "\".",
                "a path that exists in the object; for add, one whose parent exists.",
                "Correct the path, or add the parent first.");
    }
}
