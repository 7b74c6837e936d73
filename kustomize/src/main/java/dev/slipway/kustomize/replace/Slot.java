package dev.slipway.kustomize.replace;

import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of a map or an entry of a list.
 *
 * @param created whether it was made just now and holds no value yet
 */
record Slot(Object holder, Object key, boolean created) {

    @Nullable
    Object get() {
        Map<String, @Nullable Object> map = Values.asMap(holder);
        return map == null ? list().get((Integer) key) : map.get((String) key);
    }

    void set(@Nullable Object value) {
        Map<String, @Nullable Object> map = Values.asMap(holder);
        if (map == null) {
            list().set((Integer) key, value);
        } else {
            map.put((String) key, value);
        }
    }

    private List<@Nullable Object> list() {
        return Objects.requireNonNull(Values.asList(holder));
    }
}
