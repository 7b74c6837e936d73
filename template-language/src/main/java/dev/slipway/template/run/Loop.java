package dev.slipway.template.run;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code loop}: where a loop is. One for all its rounds. */
final class Loop extends AbstractMap<String, @Nullable Object> {

    private static final Set<String> NAMES =
            Set.of("index", "index0", "revindex", "revindex0", "first", "last", "length");

    private final long length;
    private long index;

    Loop(long length) {
        this.length = length;
    }

    void at(long round) {
        index = round;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return switch (String.valueOf(key)) {
            case "index" -> index + 1;
            case "index0" -> index;
            case "revindex" -> length - index;
            case "revindex0" -> length - index - 1;
            case "first" -> index == 0;
            case "last" -> index == length - 1;
            case "length" -> length;
            default -> null;
        };
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && NAMES.contains(name);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (String name : new String[] {"index", "index0", "revindex", "revindex0", "first", "last", "length"}) {
            entries.put(name, get(name));
        }
        return entries.entrySet();
    }
}
