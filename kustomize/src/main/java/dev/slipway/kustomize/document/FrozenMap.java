package dev.slipway.kustomize.document;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A small map that cannot be changed, in a quarter of the memory of a linked one: platforms hold millions of them. */
final class FrozenMap extends AbstractMap<String, @Nullable Object> {

    /** Beyond, looking a key up one by one takes too long. */
    static final int LARGEST = 12;

    private final @Nullable Object[] keysAndValues;

    /** @param values frozen already */
    FrozenMap(Map<String, ? extends @Nullable Object> values) {
        keysAndValues = new Object[values.size() * 2];
        int at = 0;
        for (Map.Entry<String, ? extends @Nullable Object> entry : values.entrySet()) {
            keysAndValues[at++] = entry.getKey().intern();
            keysAndValues[at++] = entry.getValue();
        }
    }

    @Override
    public int size() {
        return keysAndValues.length / 2;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        int at = find(key);
        return at < 0 ? null : keysAndValues[at + 1];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) >= 0;
    }

    private int find(@Nullable Object key) {
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (String.valueOf(keysAndValues[i]).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        for (int i = 0; i < keysAndValues.length; i += 2) {
            action.accept(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return FrozenMap.this.size();
            }

            @Override
            public Iterator<Entry<String, @Nullable Object>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, @Nullable Object>> {
        private int at;

        @Override
        public boolean hasNext() {
            return at < keysAndValues.length;
        }

        @Override
        public Entry<String, @Nullable Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            at += 2;
            return new SimpleImmutableEntry<>(String.valueOf(keysAndValues[at - 2]), keysAndValues[at - 1]);
        }
    }
}
