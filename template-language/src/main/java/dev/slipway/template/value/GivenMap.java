package dev.slipway.template.value;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map of the host as a template sees it: entries are adopted when they are first asked for, the host's are never changed. */
final class GivenMap extends AbstractMap<String, @Nullable Object> {

    private final Map<?, ?> given;
    private final int depth;
    private final Map<String, @Nullable Object> touched = new HashMap<>(4);
    private @Nullable Map<String, @Nullable Object> all;

    GivenMap(Map<?, ?> given, int depth) {
        this.given = given;
        this.depth = depth;
    }

    private Map<String, @Nullable Object> all() {
        if (all == null) {
            Map<String, @Nullable Object> adopted = PropertyOrder.newMap(given.size());
            given.forEach((key, value) -> {
                String name = String.valueOf(key);
                adopted.put(name, touched.containsKey(name) ? touched.get(name) : Values.adopt(value, depth + 1));
            });
            all = PropertyOrder.ordered(adopted);
        }
        return all;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if (all != null || !(key instanceof String name)) {
            return all().get(key);
        }
        Object known = touched.get(name);
        if (known != null) {
            return known;
        }
        Object value = raw(name);
        if (value == null) {
            return all().get(name);
        }
        Object adopted = Values.adopt(value, depth + 1);
        touched.put(name, adopted);
        return adopted;
    }

    private @Nullable Object raw(String name) {
        try {
            return given.get(name);
        } catch (ClassCastException e) { // a sorted map with keys of another kind
            return null;
        }
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return (all == null && key instanceof String name && raw(name) != null) || all().containsKey(key);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return all().entrySet();
    }

    @Override
    public int size() {
        return all().size();
    }
}
