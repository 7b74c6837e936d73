package dev.slipway.kustomize;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Files as they were parsed, for renders that read the same ones: a base is parsed once for all of its overlays. Keyed by
 * path and content, so that nothing in it is ever stale; bounded, and those used last stay longest. Safe for use by several
 * threads.
 */
public final class ParsedFiles {

    /** Values with their places take many times the bytes of their text. */
    private static final int BYTES_PER_CHARACTER = 24;

    private final long mostBytes;
    private final Map<Key, Parsed> files = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    private record Key(Class<?> type, String path, String content) {}

    private record Parsed(Object value, long bytes) {}

    /** @param mostBytes about how much memory they may take; 0 keeps nothing */
    public ParsedFiles(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * What a file parses to; must not be changed.
     *
     * @param content its id
     * @param size in characters
     */
    <T> T of(Class<T> type, String path, String content, Supplier<Integer> size, Supplier<T> parse) {
        Key key = new Key(type, path, content);
        synchronized (this) {
            Parsed known = files.get(key);
            if (known != null) {
                return type.cast(known.value());
            }
        }
        T value = parse.get();
        keep(key, new Parsed(value, (long) size.get() * BYTES_PER_CHARACTER));
        return value;
    }

    private synchronized void keep(Key key, Parsed parsed) {
        Parsed replaced = files.put(key, parsed);
        bytes += parsed.bytes() - (replaced == null ? 0 : replaced.bytes());
        Iterator<Parsed> eldest = files.values().iterator();
        while (bytes > mostBytes && eldest.hasNext()) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }
}
